"""Coreference within an article: names, pronouns, descriptions and groups to entities."""

from kg.mentions.coreference.coreference import Coreference
from kg.mentions.coreference.resolution import How, Resolution

__all__ = ["Coreference", "How", "Resolution"]
