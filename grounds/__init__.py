"""The law: which grounds exist, what they say, and how people write them."""
