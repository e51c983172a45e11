"""Blocks to an article's Markdown. What is text in the input is text in the article: a mark gets a backslash where the
collection's parser would read it, and nowhere else, so that the file stays good to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from mkdocs_dossier.imports.draft import Block, Span
from mkdocs_dossier.read.plain_prose import is_plain

_MARK = re.compile(
    r"\\|[*`|]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]{1,31};)|~(?=~)|(?<=~)~"
)
_BRACKET = re.compile(r"[\[\]]")
_AT_START = re.compile(r"(?P<digits>[0-9]{1,9})(?P<stop>[.)])(?=\s|\Z)|[#>+=-]")
_NOT_IN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%]")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_HAND_LINK = re.compile(r"!?\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]*))?\]\](?!\()")
_CODE_BLOCK = re.compile(
    r"(^ {0,3}(?:`{3,}|~{3,})[^\n]*\n.*?^ {0,3}(?:`{3,}|~{3,})[ \t]*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE
)
_CODE_OR_TEXT = re.compile(r"(`{1,4})(?!`)[^\n]{0,400}?(?<!`)\1(?!`)|[^`]+|`+")


def escaped(text: str, *, starts: bool = True, brackets: bool = False) -> str:
    """Return Markdown that reads as `text`, on one line. starts: it begins a line. brackets: escape all."""
    if is_plain(text) and not brackets:
        return text
    text = _MARK.sub(lambda match: f"\\{match[0]}", text)
    if brackets or "](" in text or "[[" in text or "]:" in text:
        text = _BRACKET.sub(lambda match: f"\\{match[0]}", text)
    return _AT_START.sub(_at_start, text, count=1) if starts and _AT_START.match(text) else text


def _at_start(match: re.Match[str]) -> str:
    return f"{match['digits']}\\{match['stop']}" if match["digits"] else f"\\{match[0]}"


def written(blocks: Iterable[Block]) -> str:
    """Return the Markdown of an article's body."""
    parts: list[str] = []
    before: Block | None = None
    for block, text in _written(tuple(blocks)):
        close = before is not None and before.kind == block.kind and block.kind in ("item", "row")
        parts.append(text if not parts else f"{'' if close else chr(10)}{text}")
        before = block
    return "\n".join(parts)


def _written(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, str]]:
    for at, block in enumerate(blocks):
        if block.kind == "row":
            yield block, _row(block, first=at == 0 or blocks[at - 1].kind != "row")
        elif text := _block(block):
            yield block, text


def _block(block: Block) -> str:
    match block.kind:
        case "markdown":
            return block.text
        case "code":
            fence = "`" * (max([2, *map(len, re.findall("`+", block.text))]) + 1)
            return f"{fence}\n{block.text}\n{fence}"
        case "heading":
            text = _inline(block.spans, starts=False)
            return f"{'#' * block.level} {_closed(text)}" if text else ""
        case "quote":
            text = _inline(block.spans)
            return f"> {text}" if text else ""
        case "item":
            text = _inline(block.spans)
            mark = "1." if block.ordered else "-"
            return f"{' ' * (len(mark) + 1) * block.level}{mark} {text}" if text else ""
        case _:
            return _inline(block.spans)


def _closed(heading: str) -> str:
    """`#` at the end of a heading would be taken for its end."""
    return f"{heading[:-1]}\\#" if heading.endswith("#") else heading


def _row(block: Block, *, first: bool) -> str:
    line = "| " + " | ".join(escaped(cell, starts=False) for cell in block.cells) + " |"
    return f"{line}\n|{' --- |' * len(block.cells)}" if first else line


def _inline(spans: tuple[Span, ...], *, starts: bool = True) -> str:
    """The spans on one line. Emphasis is written where Markdown is sure to read it, and is left out elsewhere."""
    merged = _merged(spans)
    if len(merged) == 1 and not (merged[0].strong or merged[0].emphasis or merged[0].address or merged[0].code):
        return escaped(" ".join(merged[0].text.split()), starts=starts)
    linked = any(span.address for span in merged)
    parts: list[str] = []
    for at, span in enumerate(merged):
        core = span.text.strip()
        lead, tail = (" " if span.text[:1].isspace() else ""), (" " if span.text[-1:].isspace() else "")
        if not core:
            parts.append(" ")
            continue
        text = " ".join(core.split())
        text = _as_code(text) if span.code else escaped(text, starts=False, brackets=linked)
        if text.endswith("!") and at + 1 < len(merged):
            text = f"{text[:-1]}\\!"  # a link may follow, and make a picture
        before, after = _last(parts) or lead, tail or (merged[at + 1].text[:1] if at + 1 < len(merged) else "")
        apart = not (lead + before)[-1:].isalnum() or bool(lead)
        mark = ("**" if span.strong else "") + ("*" if span.emphasis else "")
        if mark and apart and not after.isalnum() and core[0].isalnum() and core[-1].isalnum():
            text = f"{mark}{text}{mark[::-1]}"
        if span.address:
            text = f"[{text}]({_NOT_IN_ADDRESS.sub(_percent, span.address)})"
        parts.append(f"{lead}{text}{tail}")
    line = " ".join("".join(parts).split())
    return _AT_START.sub(_at_start, line, count=1) if starts and _AT_START.match(line) else line


def _as_code(text: str) -> str:
    """Return code within a line, in more backticks than it has in a row."""
    ticks = "`" * (max([0, *map(len, re.findall("`+", text))]) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def _last(parts: list[str]) -> str:
    return parts[-1][-1:] if parts else ""


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _merged(spans: tuple[Span, ...]) -> list[Span]:
    """Stretches of one manner that follow each other, as one."""
    found: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        last = found[-1] if found else None
        if last is not None and replace(last, text="") == replace(span, text=""):
            found[-1] = replace(last, text=last.text + span.text)
        else:
            found.append(span)
    return found


def without_hand_links(markdown: str) -> str:
    """Return another tool's Markdown in which `[[Page|text]]` is its text, but for code and what is a link already."""

    def texts(line: str) -> str:
        return "".join(_without_hand_link(part[0]) for part in _CODE_OR_TEXT.finditer(line))

    return outside_fences(markdown, texts)


def _without_hand_link(part: str) -> str:
    return part if part[0] == "`" else _HAND_LINK.sub(lambda match: match["text"] or match["page"], part)


def outside_fences(markdown: str, change: Callable[[str], str]) -> str:
    """Return Markdown with each line changed that stands in no fenced code."""
    parts: list[str] = []
    inside = ""
    for line in markdown.split("\n"):
        fence = _FENCE.match(line)
        if fence is not None and (not inside or fence[1].startswith(inside)):
            inside = "" if inside else fence[1]
        elif not inside:
            line = change(line)
        parts.append(line)
    return "\n".join(parts)


def outside_code(markdown: str, change: Callable[[str], str]) -> str:
    """Return Markdown with the text between its code blocks and pieces of code changed, each stretch as one."""
    return "".join(
        part if part.startswith(("`", "~~~")) else change(part) for part in _CODE_BLOCK.split(markdown) if part
    )
