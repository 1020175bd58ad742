"""The page of documents: the list, and one document with its text, facts, references, tasks and origin."""
