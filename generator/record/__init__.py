"""The record: reading it, its dates, its vocabulary, its models.

The ground floor: it knows no page, no markup and no command.
"""
