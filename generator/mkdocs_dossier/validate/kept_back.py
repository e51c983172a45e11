"""Which records were meant to be private, for all one can tell: a slip of the pen keeps back as well as `status: draft`
does. What such a record says is in no message, and on no line below one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence
from mkdocs_dossier.validate.model_keys import Model, keys_of
from mkdocs_dossier.validate.private_words import hides_record, is_notes, plain

_PRIVATE = frozenset(("draft", "withheld"))
_KEYS = frozenset(("status", "embargo"))

_MARK = re.compile(
    r"""
    (?: \A | (?<=\s) )
    [^\w\s]* status [^\w\s]* \s{0,9} [:=] \s{0,9} ["']? (?: draft|withheld ) \b
    | (?: \A | (?<=\s) ) [^\w\s]* embargo [^\w\s]* \s{0,9} [:=] \s{0,9} ["']? \d{4} -
    """,
    re.VERBOSE | re.IGNORECASE,
)

# A text that has no end where it was meant to have one goes on into the fields behind it.
_ON_ONE_LINE = re.compile(r"""[,{][ \t"']{0,9}(\w{1,40})["']?[ \t]{0,9}:""")
_OVER_LINES = re.compile(r"""(?:\A|[\s,{])["'?-]{0,3}(\w{1,40})["']?\s{0,9}:""")


def is_kept_back(model: Model, root: Mapping) -> bool:
    """Tell whether a record may be meant to be private, now or later. An embargo counts when it is over, too."""
    said = {key: item.value.strip().casefold() for key, item in root.items.items() if isinstance(item, Scalar)}
    if "embargo" in root.items or ("status" in root.items and said.get("status") != "published"):
        return True
    known = keys_of(model)
    return (
        any(value in _PRIVATE for value in said.values())
        or any(hides_record(key) for key in root.items if key not in known)
        or inner_mark(root) is not None
        or any(map(_runs_on, _texts(root)))
    )


def is_mark(key: str) -> bool:
    """Tell whether a key can only be meant to keep a record back."""
    return key.strip().casefold() in _KEYS


def inner_mark(root: Node) -> Scalar | None:
    """Return a mark of privacy that does not stand among a record's own fields: the key, or the text that has it."""
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            if _MARK.search(node.value) is not None:
                return node
        elif isinstance(node, Sequence):
            todo += node.items
        else:
            inner = (key for text, key in node.keys.items() if node is not root and is_mark(text))
            if (mark := next(inner, None)) is not None:
                return mark
            todo += node.items.values()
    return None


def has_notes(root: Node) -> bool:
    """Tell whether there are `notes:` anywhere in a record, in whatever letters."""
    if isinstance(root, Mapping):
        return any(map(is_notes, root.items)) or any(map(has_notes, root.items.values()))
    return isinstance(root, Sequence) and any(map(has_notes, root.items))


def _texts(root: Node) -> Iterator[Scalar]:
    """Yield all keys and texts."""
    if isinstance(root, Scalar):
        yield root
        return
    if isinstance(root, Mapping):
        yield from root.keys.values()
    for item in root.items if isinstance(root, Sequence) else root.items.values():
        yield from _texts(item)


def _runs_on(text: Scalar) -> bool:
    """Tell whether a text may hold fields that keep a record back, or its notes."""
    if ":" not in (value := plain(text.value)):
        return False
    pattern = _OVER_LINES if text.end_line > text.line else _ON_ONE_LINE
    return any(hides_record(key) or is_notes(key) for key in pattern.findall(value))
