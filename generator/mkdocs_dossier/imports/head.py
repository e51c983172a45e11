"""What kinds of input are recognised by: the first bytes, the name's ending, names in a zip file, the first object."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from mkdocs_dossier.imports.archive import member_names

_HEAD = 4096
_OBJECT = 2_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Head:
    """content: all bytes of the input. name: the file's."""

    content: bytes
    name: str

    @cached_property
    def ending(self) -> str:
        return PurePath(self.name).suffix.lower()

    @cached_property
    def start(self) -> bytes:
        """The first bytes without a mark of UTF-8 and white space."""
        return self.content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()

    @cached_property
    def plain(self) -> bytes:
        """The same without the null bytes that UTF-16 has."""
        return self.start.replace(b"\0", b"")

    @cached_property
    def is_text(self) -> bool:
        return self.plain == self.start or self.content.startswith(_UTF16)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names in a zip file."""
        return member_names(self.content) if self.start.startswith(b"PK\x03\x04") else ()

    @cached_property
    def mimetype(self) -> bytes:
        """What a zip file says of itself in its first member."""
        match = re.match(rb"PK\x03\x04.{26}mimetype([\w/+.-]{5,80})", self.content[:200], re.DOTALL)
        return match[1] if match else b""

    @cached_property
    def object(self) -> dict[str, Any]:
        """The first object of JSON: of a list, of lines, or alone. Empty where there is none."""
        text = self.content[:_OBJECT].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
        if not text.startswith(("{", "[")):
            return {}
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip("[ \t\r\n") if text[0] == "[" else text)
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}


HeadTest = Callable[[Head], bool]


def begins(*marks: bytes) -> HeadTest:
    """Return the test whether an input begins with one of these."""

    def holds(head: Head) -> bool:
        return head.start.startswith(marks)

    return holds


def holds_member(*names: str) -> HeadTest:
    """Return the test whether a zip file has one of these members."""

    def holds(head: Head) -> bool:
        return any(name in head.members for name in names)

    return holds


def says_mimetype(*types: bytes) -> HeadTest:
    """Return the test whether a zip file says that it is of one of these types."""

    def holds(head: Head) -> bool:
        return head.mimetype.startswith(types)

    return holds


def matches(pattern: bytes) -> HeadTest:
    """Return the test whether a pattern is found near the beginning."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def holds(head: Head) -> bool:
        return compiled.search(head.plain) is not None

    return holds


def has_keys(*sets: str) -> HeadTest:
    """Return the test whether the first object of JSON has all keys of one of these sets."""
    wanted = [frozenset(keys.split()) for keys in sets]

    def holds(head: Head) -> bool:
        return any(keys <= head.object.keys() for keys in wanted)

    return holds
