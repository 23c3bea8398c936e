"""States and places: the gazetteer and the finder of their mentions."""

from kg.mentions.geography.finding import find_geography
from kg.mentions.geography.gazetteer import Gazetteer
from kg.mentions.geography.text import PlaceName, find_in_text

__all__ = ["Gazetteer", "PlaceName", "find_geography", "find_in_text"]
