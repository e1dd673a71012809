"""Who may do what in the review: accounts, sessions, rights and the ways to sign in."""
