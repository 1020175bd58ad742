"""The page of the knowledge base's state: the parts, the documents, the work list, what was removed."""
