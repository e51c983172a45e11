"""What keeps files from being written, in words for the user."""

from __future__ import annotations


class CannotWrite(Exception):
    """A file or folder cannot be written; the message says which and why, in one line."""


class Busy(CannotWrite):
    """Another process is writing there."""


def cannot_write(error: OSError, place: str) -> CannotWrite:
    """Return what an error of the system says.

    Args:
        place: Named where the error names none.
    """
    reason = (error.strerror or "unknown reason").lower()
    return CannotWrite(f"cannot write {error.filename or place}: {reason}")
