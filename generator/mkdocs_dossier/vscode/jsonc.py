"""JSON with comments and trailing commas, as editors keep their settings: read with the place of every member."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_BLANK = re.compile(r"(?:[ \t\r\n\ufeff]+|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_WORD = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_DEEPEST = 100


class NotJson(Exception):
    """The text is not JSON with comments."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object: `text[start:end]` is its value, `key_start` where its key begins."""

    key: str
    value: JsoncValue
    key_start: int


@dataclass(frozen=True, slots=True)
class JsoncValue:
    """A value, `text[start:end]`.

    Attributes:
        plain: As Python has it.
        members: Of an object, in their order; None for others.
        comma: Whether one stands after the last member.
    """

    start: int
    end: int
    plain: Any
    members: tuple[Member, ...] | None = None
    comma: bool = False


def parse(text: str) -> JsoncValue:
    """Return what `text` writes. Raises `NotJson`."""
    value = _value(text, _skip(text, 0), 0)
    if _skip(text, value.end) != len(text):
        raise NotJson
    return value


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, depth: int) -> JsoncValue:
    if depth > _DEEPEST:
        raise NotJson
    if text[at : at + 1] == "{":
        return _object(text, at, depth)
    if text[at : at + 1] == "[":
        return _array(text, at, depth)
    match = _TEXT.match(text, at) or _WORD.match(text, at)
    if match is None:
        raise NotJson
    try:
        return JsoncValue(at, match.end(), json.loads(match[0]))
    except ValueError as error:
        raise NotJson from error


def _object(text: str, start: int, depth: int) -> JsoncValue:
    members: list[Member] = []
    at, comma = _skip(text, start + 1), False
    while text[at : at + 1] != "}":
        key = _TEXT.match(text, at)
        if key is None or (members and not comma):
            raise NotJson
        colon = _skip(text, key.end())
        if text[colon : colon + 1] != ":":
            raise NotJson
        value = _value(text, _skip(text, colon + 1), depth + 1)
        members.append(Member(_text(key[0]), value, at))
        at, comma = _after(text, value.end)
    plain = {member.key: member.value.plain for member in members}
    return JsoncValue(start, at + 1, plain, tuple(members), comma)


def _array(text: str, start: int, depth: int) -> JsoncValue:
    items: list[Any] = []
    at, comma = _skip(text, start + 1), False
    while text[at : at + 1] != "]":
        if items and not comma:
            raise NotJson
        value = _value(text, _skip(text, at), depth + 1)
        items.append(value.plain)
        at, comma = _after(text, value.end)
    return JsoncValue(start, at + 1, items)


def _after(text: str, end: int) -> tuple[int, bool]:
    """Return where what follows an item begins, and whether a comma stands between."""
    at = _skip(text, end)
    return (_skip(text, at + 1), True) if text[at : at + 1] == "," else (at, False)


def _text(quoted: str) -> str:
    try:
        return str(json.loads(quoted))
    except ValueError as error:
        raise NotJson from error
