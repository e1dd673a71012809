"""Word lists and tables that the detectors read: one entry a line."""
