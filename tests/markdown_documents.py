"""Markdown for properties: structured, hostile and random documents, as Hypothesis strategies."""

from __future__ import annotations

from hypothesis import strategies as st


def _fragments(text: str) -> list[str]:
    """Split at the dots; an open box stands for a blank."""
    return [part.replace("␣", " ") for part in text.split("·")]


_WORDS = _fragments(
    "a·Kerry·Syria·al-Assad·don’t·“quoted”·U.S.·$5·AT&T·3·2016·(c)·x_y·naïve·e\u0301·Erdoğan·北京·한국·مرحبا·10:30·C++"
)
_INLINE = _fragments(
    "*em*·**strong**·***both***·*a **b** c*·_u_·__v__·a*b*c·~~gone~~·`code`·`` a`b ``·[t](javascript:alert(1))·"
    '[t](p.md)·[text](https://a.example/x)·[t](<https://b.example/a b> "T")·[a *b* `c`](http://c.example)·[ref]·[text][ref]·'
    "[ref][]·"
    "![alt](https://d.example/p.png)·![](x.png)·[![alt](https://e.example/p.png)](https://e.example)·[](https://f.example)·"
    '<https://g.example>·<a@b.example>·<b>·</b>·<script>alert(1)</script>·<!-- c -->·<div markdown="1">·<br>·&amp;·'
    "&lt;b&gt;·&#42;·&copy;·&nope;·&·\\*·\\\\·\\·{: .x}·{{ x }}·{% raw %}·{# c #}·{++ins++}·[^1]·[TOC]·"
    "[[john-kerry]]·[[a b|]]·[[john-kerry|Mr *Kerry*]]·[[x]](https://h.example)·https://i.example/a_b*c·www.j.example·k@l.example·m.example/n·"
    ':smile:·@user·#123·--8<-- "f"·^x^·==m==·++k++·$x$·|·\\|·!·![·]·(·)·*·**·_·`·~·<·>·"·\'·\u202e·\u2067·\u2069·'
    "\u200b·\xa0·\u2028·\u3000·klzzwxh:0000·wzxhzdk:0·\x02·\x0c·\x00·&#x2029;·&#10;·C#·wow!·(see·x)·1.·5\\."
)
_STARTS = _fragments(
    "····#␣·##␣·######␣·-␣·*␣·+␣·1.␣·1)␣·7.␣·99.␣·123456789.␣·>␣·>·␣␣␣␣·\t·␣␣·␣␣␣·- -␣·> -␣·- >␣·1. -␣·- #␣·"
    "!!! note␣·??? x␣·:␣·:␣␣␣·===␣·///␣·:::␣·|␣·*[HTML]:␣·[^1]:␣·[ref]: https://r.example␣·[ref]:␣·[q]:␣·--8<--␣·٢.␣·"
    "- [ ]␣·~~~␣·```␣·=␣·+"
)
_WHOLE = _fragments(
    "···---·===·***·```·~~~·```py·| a | b |·|---|:-:|·| c | d | e |·|---|·a | b·--- | ---·-␣·1.·>␣·#·-·+·<div>·"
    "</div>·<!--·-->·<pre>·<script>·[TOC]·***·- - -·    code·--8<--·[ref]: https://r.example/d 'T'·[ref]: <>·![x]·"
    "&nbsp;·\\·x\\·x␣␣·:::·* * *·1986\\. A"
)
_ALMOST_PLAIN = _fragments("-·[sic]·&·!·https://a.example/b·http://x.example.·\u3000·\xa0·#x·1.·2016.·e\u0301")
_PREFIXES = [
    ("> ", "> "),
    ("- ", "  "),
    ("1. ", "   "),
    ("-   ", "    "),
    ("*\t", "\t"),
    ("10. ", "    "),
    (">", ">"),
    ("- ", ""),
]

words = st.sampled_from(_WORDS)
fragments = st.sampled_from(_INLINE)
_whole_lines = st.sampled_from(_WHOLE)


@st.composite
def _inline(draw: st.DrawFn) -> str:
    glue = st.sampled_from([" ", " ", " ", "", "", "  ", "\t"])
    parts = draw(st.lists(st.tuples(st.one_of(words, words, fragments), glue), max_size=6))
    return "".join(part for pair in parts for part in pair)


lines = st.one_of(_whole_lines, st.builds(str.__add__, st.sampled_from(_STARTS), _inline()), _inline())
"""One line of anything."""


def _joined(parts: st.SearchStrategy[list[str]], *glues: str) -> st.SearchStrategy[str]:
    return st.builds(str.join, st.sampled_from(glues), parts)


def _prefixed(prefixes: tuple[str, str], text: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([prefixes[0] + head, *((prefixes[1] + line).rstrip(" ") for line in tail)])


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = _joined(st.lists(inner, min_size=1, max_size=3), "\n", "\n\n")
    return st.builds(_prefixed, st.sampled_from(_PREFIXES), several)


def _table(cells: list[list[str]]) -> str:
    rows = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([rows[0], "|" + "---|" * len(cells[0]), *rows[1:]])


_tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(_inline(), min_size=width, max_size=width), min_size=1, max_size=3).map(_table)
)
_code = st.lists(_inline(), min_size=1, max_size=3).map(lambda code: "\n".join(["```py", *code, "```"]))
_paragraphs = _joined(st.lists(lines, min_size=1, max_size=3), "\n")
_blocks = st.recursive(st.one_of(_paragraphs, _tables, _code), _wrapped, max_leaves=6)

documents = _joined(st.lists(_blocks, max_size=5), "\n\n", "\n\n", "\n")
"""Blocks in each other, with everything in them that an extension could mistake for its own."""

hostile = st.one_of(
    documents,
    _joined(st.lists(lines, max_size=8), "\n"),
    st.text(max_size=60),
    st.text("*_[]()<>`\\!&#|~-+=: \n\t1.ax", max_size=40),
)
"""Any text."""

_plain_lines = st.lists(st.one_of(words, st.sampled_from(_ALMOST_PLAIN)), min_size=1, max_size=6).map(" ".join)
plain_like = _joined(
    st.lists(st.one_of(_plain_lines, _plain_lines, _inline(), _whole_lines), max_size=8),
    *("\n\n", "\n", "\n\n\n", "\n \n", " \n"),
)
"""Mostly paragraphs in which nothing means anything to Markdown."""
