"""The human beings that an article names: who they are, and where their names stand."""

from kg.mentions.people.people import find_people

__all__ = ["find_people"]
