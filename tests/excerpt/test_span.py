"""How much of the line is underlined."""

from __future__ import annotations

import pytest

from mkdocs_dossier.excerpt.span import span_length

SPANS = {
    "what the message repeats": ("type: persn # x", 7, "bad-value", "'persn' is not a known type", "persn"),
    "a name with an apostrophe": ("x: Côte d'Azur b", 4, "bad-value", "'Côte d'Azur' is odd", "Côte d'Azur"),
    "a link by hand": ("See [[a b|c]].", 5, "unknown-reference", "[[a b|c]] names no actor", "[[a b|c]]"),
    "a key": ("  name: X", 3, "duplicate-key", "this key stands here twice", "name"),
    "a text in quotes": ("a: 'it''s so' # b", 4, "bad-value", "this is odd", "'it''s so'"),
    "a plain text": ("quote: it was so, [then]  # b", 8, "quote-not-found", "no", "it was so, [then]"),
    "a plain text among others": ("x: {quote: it was so, y: z}", 12, "quote-not-found", "no", "it was so"),
    "a mapping": ("x: [{a: b}]", 5, "bad-value", "a source has either", "{"),
    "a fault in a template": ("{{ page.x y }}", 11, "bad-template", "expected token", "y"),
    "nothing": ("x", 5, "bad-value", "odd", "?"),
}


@pytest.mark.parametrize("what", SPANS)
def test_what_is_meant_is_underlined(what: str) -> None:
    line, column, code, message, meant = SPANS[what]
    assert span_length(line, column, code, message) == len(meant)
