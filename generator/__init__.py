"""Open Channel: from a record of events in YAML to pages, data and a timeline.

The way through is read → check → derive → write: see ARCHITECTURE.md.
"""
