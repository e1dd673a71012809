"""The report of a run: for the officer as a page, for machines as JSON."""
