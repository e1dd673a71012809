"""What the recogniser calls the words of a text."""

ENTITIES = ("PERSON", "ORG", "LOC", "MISC")
"""Persons; bodies and companies; places and streets; laws, products and other things named."""

LABELS = ("O", *(f"{place}-{entity}" for entity in ENTITIES for place in "BI"))
"""No name, or the beginning or the inside of one; in the order of the model's answers."""
