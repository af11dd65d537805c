"""The checks: faults that the types cannot see, each with a code, and the reports of all faults."""

from generator.checks.running import all_codes, check

__all__ = ["all_codes", "check"]
