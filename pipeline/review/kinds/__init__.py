"""What is no name: numbers, addresses and passages, decided on by kind."""
