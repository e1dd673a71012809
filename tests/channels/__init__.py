"""Every way in which a redacted PDF can still tell a name, each built as small as can be."""
