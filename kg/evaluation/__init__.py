"""Scores against gold, with intervals and with errors by class."""
