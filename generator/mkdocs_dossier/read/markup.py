"""The one markdown-it parser of the project: CommonMark with tables and strikethrough, and with exact places.

markdown-it says of a block on which lines it stands, and of what is in a line nothing. So the rules are wrapped: a
block notes its `places` in `token.meta`, an inline token where it ends. `marked_prose.py` walks the tokens.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from mkdocs_dossier.read.addresses import may_link
from mkdocs_dossier.read.hand_links import hand_link
from mkdocs_dossier.read.places import cell_contents, line_places, trimmed_lines

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]

_MAX_NESTING = 20
"""Blocks nested deeper than this, lists counting twice, are read as paragraphs."""

_LAST_LIST_START = 99
"""A number above this begins no list: `2016. It was a bad year.`"""


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        """Take every link for one; `marked_prose.py` leaves only the text of those that may not lead anywhere."""
        return True


@cache
def parser() -> MarkdownIt:
    """Return the parser; making one takes a millisecond."""
    md = _Parser("commonmark", {"html": False, "maxNesting": _MAX_NESTING})
    md.options["inline_definitions"] = md.options["store_labels"] = True
    md.enable(["table", "strikethrough"]).disable(["text_join", "html_block", "html_inline"])
    for name, inline_rule in _INLINE_RULES.items():
        md.inline.ruler.at(name, _noting_end(inline_rule))
    md.inline.ruler.after("link", "hand_link", _noting_end(hand_link))
    for name, (block_rule, ends) in _BLOCK_RULES.items():
        md.block.ruler.at(name, block_rule, {"alt": ends})
    md.block.ruler.before("table", "too_deep", _too_deep)
    return md


def _noting_end(rule: InlineRule) -> InlineRule:
    """Note in the last token that the rule made where its source ends: `meta["end"]`, an offset in the content."""

    def noting(state: StateInline, silent: bool) -> bool:
        before, start = len(state.tokens), state.pos
        found = rule(state, silent)
        if found and not silent and len(state.tokens) > before:
            last = state.tokens[-1]
            last.meta["end"] = state.pos
            if last.info == "auto":  # as it is written, not as markdown-it would show it
                state.tokens[-2].content = state.src[start + 1 : state.pos - 1]
        return found

    return noting


def _too_deep(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Keep what markdown-it would leave out."""
    return state.level >= _MAX_NESTING - 2 and _paragraph(state, first, end, silent)


def _paragraph(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    return rules_block.paragraph(state, first, end, silent) and _note_lines(state)


def _lheading(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    return rules_block.lheading(state, first, end, silent) and _note_lines(state)


def _note_lines(state: StateBlock) -> bool:
    token = state.tokens[-2]
    assert token.map is not None
    _, token.meta["places"] = trimmed_lines(state, *token.map)
    return True


def _heading(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    if not rules_block.heading(state, first, end, silent):
        return False
    if not silent:
        token = state.tokens[-2]
        marks = state.bMarks[first] + state.tShift[first] + len(state.tokens[-1].markup)
        at = state.src.find(token.content, marks) if token.content else marks
        token.meta["places"] = [(0, first, at - state.src.rfind("\n", 0, at) - 1)]
    return True


def _code(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    if not rules_block.code(state, first, end, silent):
        return False
    if not silent:
        state.tokens[-1].meta["places"] = line_places(state, state.tokens[-1].content, first)
    return True


def _fence(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    if not rules_block.fence(state, first, end, silent):
        return False
    if not silent:
        state.tokens[-1].meta["places"] = line_places(state, state.tokens[-1].content, first + 1)
    return True


def _table(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    before = len(state.tokens)
    if not rules_block.table(state, first, end, silent):
        return False
    row = []
    for token in state.tokens[before:]:
        if token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            assert row[0].map is not None
            line = row[0].map[0]
            for cell, (content, places) in zip(row, cell_contents(state, line, len(row)), strict=True):
                cell.content, cell.meta["places"] = content, places
            row = []
    return True


def _list(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    start = state.bMarks[first] + state.tShift[first]
    number = state.src[start : start + 10].partition(".")[0].partition(")")[0]
    if number.isdecimal() and int(number) > _LAST_LIST_START:
        return False
    return rules_block.list_block(state, first, end, silent)


def _reference(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Return a definition, only where a link may lead there: `[Q]: Why?` is text."""
    known = len(state.env.get("references", ()))
    if not rules_block.reference(state, first, end, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        if not may_link(token.meta["url"]):
            state.tokens.pop()
            if len(state.env["references"]) > known:
                del state.env["references"][token.meta["id"]]
            state.line = first
            return False
        token.content, token.meta["places"] = trimmed_lines(state, first, state.line)
    return True


_INLINE_RULES: dict[str, InlineRule] = {
    "newline": rules_inline.newline,
    "escape": rules_inline.escape,
    "backticks": rules_inline.backtick,
    "link": rules_inline.link,
    "image": rules_inline.image,
    "autolink": rules_inline.autolink,
    "entity": rules_inline.entity,
}

_ANY = ["paragraph", "reference", "blockquote", "list"]
_BLOCK_RULES: dict[str, tuple[BlockRule, list[str]]] = {
    "table": (_table, ["paragraph", "reference"]),
    "code": (_code, []),
    "fence": (_fence, _ANY),
    "list": (_list, ["paragraph", "reference", "blockquote"]),
    "reference": (_reference, []),
    "heading": (_heading, ["paragraph", "reference", "blockquote"]),
    "lheading": (_lheading, []),
    "paragraph": (_paragraph, []),
}
"""Each with the blocks that it may end, as in markdown-it."""
