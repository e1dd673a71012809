"""Signing off: what is still open, approvals, what is known of documents, and the package."""
