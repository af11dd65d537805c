"""The canonical form of the record's files: order of fields, quotes, wrapping, with comments kept.

A file is written anew from its values and comments (`tree`), and is only ever put in the place of another that
reads as the same values.
"""
