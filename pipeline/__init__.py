"""People, cases and machines: who asks for a redaction, and where it runs."""
