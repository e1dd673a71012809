"""How to reach somebody: telephones, mail addresses, logins."""
