"""Predicates, mentions and a schema to the events of an article: `extract.py` leads through the rooms."""
