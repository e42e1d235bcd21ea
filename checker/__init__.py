"""Checks drafts of reports that the law requires each year, with evidence, offline."""

__version__ = "0.1.0"
