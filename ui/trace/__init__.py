"""The page of traces: where a document or task comes from, what carries it out, as picture and list."""
