"""Our own documents with their gold marks, and their makers."""
