"""The page of uploads: files dropped, read in the background, seen, corrected, accepted."""
