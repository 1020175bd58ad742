"""The page of search: one box, an answer with citations, results grouped by document, facets."""
