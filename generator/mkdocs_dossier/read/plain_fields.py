"""The short way from front matter to its tree: for lines `key: value` that YAML could not read otherwise.

Most front matter is made of such, and libyaml takes three times as long. `front_matter.py` asks here first; a test
holds that both ways give the same tree.
"""

from __future__ import annotations

import re

from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence

_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
"""What YAML refuses, or takes for white space or the end of a line."""

_FIELD = re.compile(
    r"(?P<key>[A-Za-z][A-Za-z0-9_-]{0,99}): "
    r"(?:'(?P<single>[^']*)'|\"(?P<double>[^\"\\\\]*)\"|(?P<words>\[[\w/-]+(?:, [\w/-]+)*\])|(?P<plain>[^\W_].*))"
)
_WORD = re.compile(r"[\w/-]+")


def plain_fields(lines: list[str], *, first_line: int) -> Mapping | None:
    """Return the tree of these lines, or None where not all of them are plain.

    Args:
        first_line: That of the first.
    """
    if not lines or _ODD.search("\n".join(lines)) is not None:
        return None
    tree = Mapping(first_line, 1)
    for line, text in enumerate(lines, first_line):
        match = _FIELD.fullmatch(text)
        value = None if match is None else _value(match, line)
        if match is None or value is None or match["key"] in tree.items:
            return None
        tree.items[match["key"]] = value
        tree.keys[match["key"]] = _scalar(match["key"], line, 1)
    return tree


def _value(match: re.Match[str], line: int) -> Node | None:
    kind = str(match.lastgroup)
    text, column = match[kind], match.start(kind) + 1
    if kind == "plain":
        # What may end a text, or begin a mapping or a comment.
        doubtful = ": " in text or " #" in text or text[-1] in ": "
        return None if doubtful else _scalar(text, line, column)
    if kind != "words":
        return _scalar(text, line, column - 1, quotes=2)
    words = [_scalar(word[0], line, word.start() + 1) for word in _WORD.finditer(match.string, match.start(kind))]
    return None if any(word.value[0] == "-" for word in words) else Sequence(line, column, list(words))


def _scalar(text: str, line: int, column: int, *, quotes: int = 0) -> Scalar:
    return Scalar(text, line, column, end_line=line, end_column=column + len(text) + quotes)
