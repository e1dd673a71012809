"""The case at a glance: its documents, how far they are, and what to do next."""
