"""What is asked for cannot be done."""

from __future__ import annotations


class Refused(Exception):
    """The message says why, and how to go on, on one line or a few."""
