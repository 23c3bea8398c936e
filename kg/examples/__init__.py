"""The example articles that ship with kg: our own words about public events, under the project's licence."""

from __future__ import annotations

from pathlib import Path

ARTICLES = Path(__file__).with_name("articles.jsonl")
