"""The people of a case: decided on once, wherever they are mentioned."""
