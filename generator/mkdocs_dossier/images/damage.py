"""How the readers of the formats say that a file is not what it should be, and the pieces that they share."""

from __future__ import annotations


class NotAPicture(Exception):
    """The content is no whole picture of its format. The message is half a sentence on why."""


class Bytes:
    """Reads content from front to back, and never beyond its end."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content, self.at = content, at

    def take(self, number: int) -> bytes:
        """Return the next bytes. Raises `NotAPicture` where there are fewer."""
        taken = self.content[self.at : self.at + number]
        if number < 0 or len(taken) < number:
            raise NotAPicture("it ends too early")
        self.at += number
        return taken

    def number(self, length: int, *, little: bool = False) -> int:
        return int.from_bytes(self.take(length), "little" if little else "big")

    @property
    def has_more(self) -> bool:
        return self.at < len(self.content)
