"""What stands beside a person and nothing explains: shown, never taken out by itself."""
