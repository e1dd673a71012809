"""Home addresses: where somebody lives, in forms, tables, sentences and lists of houses."""
