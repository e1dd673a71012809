"""Numbers of a person: of citizens, accounts, cars, clients, files, cards."""
