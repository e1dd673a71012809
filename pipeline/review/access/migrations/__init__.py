"""How the tables of accounts and sessions came to be: one module for each step."""
