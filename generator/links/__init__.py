"""Asking whether the addresses of the record still answer: the one room that opens a connection."""
