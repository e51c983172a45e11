"""A rule for markdown-it: `[[actor-id]]` and `[[actor-id|text]]` are links made by hand.

`markup.py` adds it behind the rule for Markdown's own links, so that `[[1]](https://…)` stays one of those.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_HAND_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]]*))?\]\]")


def hand_link(state: StateInline, silent: bool) -> bool:
    """Make tokens `hand_open` (with the target and where the text begins), the text's own, and `hand_close`."""
    match = _HAND_LINK.match(state.src, state.pos, state.posMax)
    if match is None or not match[1].strip():
        return False
    if not silent:
        group = 2 if match[2] and match[2].strip() else 1
        start = match.end(group) - len(match[group].lstrip())
        token = state.push("hand_open", "", 1)
        token.meta = {"target": match[1].strip(), "start": start}
        if group == 1:
            state.push("text", "", 0).content = match[1].strip()
        else:
            _read_text(state, start, match.end(group))
        state.push("hand_close", "", -1)
    state.pos = match.end()
    return True


def _read_text(state: StateInline, start: int, end: int) -> None:
    """Read the text up to the brackets behind it: rules for plain text look no further than to a mark."""
    maximum = state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.posMax = maximum
    if state.tokens[-1].type == "text":
        state.tokens[-1].content = state.tokens[-1].content.rstrip()
