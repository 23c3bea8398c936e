"""Nouns for companies: a name behind one is a company's ("plane maker Embraer"), and the noun stands for it."""

from __future__ import annotations

_TEXT = """
    company firm airline carrier maker carmaker automaker planemaker shipbuilder manufacturer producer operator
    developer giant conglomerate supplier utility retailer brewer miner refiner insurer contractor consortium monopoly
    subsidiary steelmaker drugmaker chipmaker exporter explorer builder"""
COMPANIES = frozenset(_TEXT.split())
