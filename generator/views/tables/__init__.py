"""The record as tables: a few for spreadsheets, with all that is asked for in a row, and those of a database."""

from __future__ import annotations

from generator.views.tables.flat import CONTACTS, EVENTS
from generator.views.tables.of_events import EVENT_TABLES, SOURCES
from generator.views.tables.of_registry import PEOPLE, REGISTRY_TABLES
from generator.views.tables.table import Cell, Chosen, Column, Holds, Table

__all__ = ["DATABASE", "EVENTS", "EVENT_TABLES", "SHEETS", "Cell", "Chosen", "Column", "Holds", "Table"]

SHEETS = (EVENTS, CONTACTS, SOURCES, PEOPLE)
"""Tables that stand alone."""
DATABASE = (*REGISTRY_TABLES, *EVENT_TABLES)
"""Tables that refer to one another, each after most that it refers to."""
