"""The full way from a body to its `Prose`: markdown-it's tokens, walked in order.

`prose.py` calls it for a body in which Markdown may mean something; `markup.py` makes the tokens, and
`inline_walk.py` walks those of one block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it.token import Token

from mkdocs_dossier.read.inline_walk import add_inline, add_placed
from mkdocs_dossier.read.markup import parser
from mkdocs_dossier.read.plain_prose import Chunk, add_paragraph
from mkdocs_dossier.read.prose_builder import ProseBuilder


def add_blocks(builder: ProseBuilder, body: str, first_line: int, plain: Mapping[int, Sequence[Chunk]]) -> None:
    """Add the blocks of `body`.

    Args:
        first_line: 1-based.
        plain: For which chunks the paragraph on a line stands.
    """
    tokens = parser().parse(body, {})
    used = frozenset(_labels(tokens))
    headings = _heading_levels(tokens)
    skip = 0
    for number, token in enumerate(tokens):
        if skip:
            skip -= 1
        elif token.type == "paragraph_open" and token.map and token.map[0] in plain:
            for line, chunk in plain[token.map[0]]:
                add_paragraph(builder, chunk, first_line + line)
            skip = 2
        elif token.type == "definition":
            if token.meta["id"] not in used:
                _add_text(builder, token, first_line)
        elif not _is_bare(tokens, number):
            _add_block(builder, token, first_line, headings)


def _is_bare(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether this token begins or ends the paragraph that gives an item of a tight list its text."""
    token = tokens[number]
    first = number if token.nesting > 0 else number - 2
    return token.hidden and token.tag == "p" and tokens[first - 1].type == "list_item_open"


def _labels(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the labels of the definitions that some link or image uses."""
    for token in tokens:
        if "label" in token.meta and token.type != "definition":
            yield token.meta["label"]
        yield from _labels(token.children or ())


def _add_text(builder: ProseBuilder, token: Token, first_line: int) -> None:
    """Add a definition that nothing refers to as the text that it is."""
    builder.begin_block()
    builder.open("p")
    add_placed(builder, token.content, 0, token.meta["places"], first_line)
    builder.close("p")


def _heading_levels(tokens: Iterable[Token]) -> Mapping[str, str]:
    """Return the body's own headings, the highest as `h2` and no level left out: the title is the only `h1`."""
    own = sorted({token.tag for token in tokens if token.type == "heading_open"})
    return {tag: f"h{min(6, level)}" for level, tag in enumerate(own, 2)}


def _add_block(builder: ProseBuilder, token: Token, first_line: int, headings: Mapping[str, str]) -> None:
    if token.type == "inline":
        builder.begin_block()
        add_inline(builder, token, first_line)
    elif token.type in ("fence", "code_block"):
        _add_code(builder, token, first_line)
    elif token.type == "hr":
        builder.hard_break(rule=True)
    elif token.nesting > 0:
        builder.open(headings.get(token.tag, token.tag), *_attributes(token))
    else:
        builder.close(headings.get(token.tag, token.tag))


def _attributes(token: Token) -> Iterator[tuple[str, str]]:
    if "start" in token.attrs:
        yield "start", str(token.attrs["start"])
    if "style" in token.attrs:
        yield "align", str(token.attrs["style"]).removeprefix("text-align:")


def _add_code(builder: ProseBuilder, token: Token, first_line: int) -> None:
    builder.begin_block()
    content = token.content.rstrip("\n")
    add_placed(builder, content, 0, token.meta["places"], first_line)
    builder.code(block=True, language=(token.info.split() or [""])[0])
