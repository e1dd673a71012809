"""What part a person plays: who holds an office stays, so does an author cited; all others go."""
