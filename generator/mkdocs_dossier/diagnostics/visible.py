"""Text that others wrote, for a terminal or a log: nothing in it moves the cursor, or hides or reorders anything."""

from __future__ import annotations

import json
import re
from typing import Any

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Control characters, those that turn the direction of writing, those that nobody can see, halves of characters.

Not the joiners U+200C and U+200D: Persian and emoji need them.
"""


def visible(text: str) -> str:
    """Return `text` with each such character as an escape that can be seen: `\\x1b`, `\\u202e`."""
    return HIDDEN.sub(lambda found: escaped(found[0]), text)


def json_line(value: Any) -> str:
    """Return `value` as JSON on one line, with an escape for each such character, so that it reads back the same."""
    return HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], json.dumps(value, ensure_ascii=False))


def escaped(character: str) -> str:
    """Return a character as Python and YAML write it between double quotes."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
