"""Whether the lines behind a text are its own list (the dead, the sources, a timeline), or links to other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from mkdocs_dossier.imports.draft import Block
from mkdocs_dossier.imports.words import has_words

_OWN_HEAD = re.compile(
    r"(?:\d{1,2}[.)]\s?)?(?:the |my |our )?(?:sources?|references?|bibliograph\w+|literature|notes|footnotes|endnotes|"
    r"further reading|works cited|quellen?|literatur|einzelnachweise|anmerkungen|références|notes et références|"
    r"bibliographie|fuentes|referencias|notas|bibliografía|fonti|note|riferimenti|bibliografia|fontes|referências|"
    r"bronnen|källor|źródła|przypisy|kaynaklar|kaynakça|источники|примечания|литература|джерела|примітки|المصادر|"
    r"المراجع|منابع|מקורות|参考文献|参考资料|來源|来源|出典|脚注|참고 ?문헌|출처)\W*",
    re.IGNORECASE,
)
_STRUCTURED = re.compile(r"\d|[,;()@]|\s[-–—]+\s|^\W+\w|https?://")
_LINKED = 0.8
"""The part of a line that is a link, of a line that is one; the part of the lines of a list of links."""


def is_own_head(text: str) -> bool:
    """Whether a line is the head of an article's own list: `Sources`, `Further reading`."""
    return _OWN_HEAD.fullmatch(text.strip()) is not None


def is_own_list(lines: Sequence[Block], head: Block | None) -> bool:
    """Whether lines behind the text belong to it. head: what stands before them."""
    if any(is_own_head(line.text) for line in (head, lines[0]) if line is not None):
        return True
    addressed = any(span.address for line in lines for span in line.spans)
    if addressed:
        return head is not None and head.kind == "heading" and len(_hosts(lines)) > 1
    marked = sum(line.kind == "item" or _STRUCTURED.search(line.text) is not None for line in lines)
    return marked >= len(lines) / 2 or all(_is_name(line.text) for line in lines[1:])


def is_list_of_links(lines: Sequence[Block]) -> bool:
    """Whether most lines are links, or look like the headlines and buttons that a text dump has of links."""
    linked = sum(_is_linked(line) for line in lines)
    if any(span.address for line in lines for span in line.spans):
        return linked >= _LINKED * len(lines)
    return True


def _is_linked(line: Block) -> bool:
    length = len(line.text.strip())
    return sum(len(span.text.strip()) for span in line.spans if span.address) >= _LINKED * length


def _hosts(lines: Sequence[Block]) -> set[str]:
    addresses = (span.address for line in lines for span in line.spans if span.address)
    return {urlsplit(address).netloc.removeprefix("www.") for address in addresses}


def _is_name(line: str) -> bool:
    """Whether a line is a name of two to five words: `Jane Roe`."""
    found = line.split()
    return 2 <= len(found) <= 5 and all(word[0].isupper() for word in found) and not has_words(line, 6)
