"""Markdown for properties: structured, hostile and random documents, as Hypothesis strategies."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "a Kerry Syria al-Assad don’t “quoted” U.S. $5 AT&T 3 2016 (c) x_y naïve e\u0301 Erdoğan 北京 한국 مرحبا 10:30 C++".split(" ")
)
INLINE = st.sampled_from(
    [
        *("*em*", "**strong**", "***both***", "*a **b** c*", "_u_", "__v__", "a*b*c", "~~gone~~", "`code`", "`` a`b ``"),
        *("[text](https://a.example/x)", "[t](<https://b.example/a b> \"T\")", "[t](javascript:alert(1))", "[t](page.md)"),
        *("[a *b* `c`](http://c.example)", "[ref]", "[text][ref]", "[ref][]", "![alt](https://d.example/p.png)", "![](x.png)"),
        *("[![alt](https://e.example/p.png)](https://e.example)", "[](https://f.example)", "<https://g.example>", "<a@b.example>"),
        *("<b>", "</b>", "<script>alert(1)</script>", "<!-- c -->", "<div markdown=\"1\">", "<br>", "&amp;", "&lt;b&gt;", "&#42;"),
        *("&copy;", "&nope;", "&", "\\*", "\\\\", "\\", "{: .x}", "{{ x }}", "{% raw %}", "{# c #}", "{++ins++}", "[^1]", "[TOC]"),
        *("[[john-kerry]]", "[[john-kerry|Mr *Kerry*]]", "[[a b|]]", "[[x]](https://h.example)", "https://i.example/a_b*c", "www.j.example"),
        *("k@l.example", "m.example/n", ":smile:", "@user", "#123", "--8<-- \"f\"", "^x^", "==m==", "++k++", "$x$", "|", "\\|", "!", "!["),
        *("]", "(", ")", "*", "**", "_", "`", "~", "<", ">", "\"", "'", "\u202e", "\u2067", "\u2069", "\u200b", "\xa0", "\u2028", "\u3000"),
        *("klzzwxh:0000", "wzxhzdk:0", "\x02", "\x0c", "\x00", "&#x2029;", "&#10;", "C#", "wow!", "(see", "x)", "1.", "5\\."),
    ]
)
GLUE = st.sampled_from([" ", " ", " ", "", "", "  ", "\t"])
STARTS = st.sampled_from(
    [
        *("", "", "", "", "# ", "## ", "###### ", "- ", "* ", "+ ", "1. ", "1) ", "7. ", "99. ", "123456789. ", "> ", ">", "    "),
        *("\t", "  ", "   ", "- - ", "> - ", "- > ", "1. - ", "- # ", "!!! note ", "??? x ", ": ", ":   ", "=== ", "/// ", "::: ", "| "),
        *("*[HTML]: ", "[^1]: ", "[ref]: https://r.example ", "[ref]: ", "[q]: ", "--8<-- ", "٢. ", "- [ ] ", "~~~ ", "``` ", "= ", "+"),
    ]
)
WHOLE = st.sampled_from(
    [
        *("", "", "", "---", "===", "***", "```", "~~~", "```py", "| a | b |", "|---|:-:|", "| c | d | e |", "|---|", "a | b", "--- | ---"),
        *("- ", "1.", "> ", "#", "-", "+", "<div>", "</div>", "<!--", "-->", "<pre>", "<script>", "[TOC]", "***", "- - -", "    code"),
        *("--8<--", "[ref]: https://r.example/d 'T'", "[ref]: <>", "![x]", "&nbsp;", "\\", "x\\", "x  ", ":::", "* * *", "1986\\. A"),
    ]
)


@st.composite
def inline(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(st.one_of(WORDS, WORDS, INLINE), GLUE), max_size=6))
    return "".join(part for pair in parts for part in pair)


LINES = st.one_of(WHOLE, st.builds(str.__add__, STARTS, inline()), inline())


def _prefixed(first: str, rest: str, text: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([first + head, *((rest + line).rstrip(" ") for line in tail)])


def _wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda blocks: st.sampled_from(["\n", "\n\n"]).map(lambda glue: glue.join(blocks))
    )
    prefixes = st.sampled_from(
        [("> ", "> "), ("- ", "  "), ("1. ", "   "), ("-   ", "    "), ("*\t", "\t"), ("10. ", "    "), (">", ">"), ("- ", "")]
    )
    return st.builds(lambda prefix, text: _prefixed(*prefix, text), prefixes, several)


def _table(cells: list[list[str]]) -> str:
    rows = ["| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in cells]
    return "\n".join([rows[0], "|" + "---|" * len(cells[0]), *rows[1:]])


TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(inline(), min_size=width, max_size=width), min_size=1, max_size=3).map(_table)
)
CODE = st.lists(inline(), min_size=1, max_size=3).map(lambda lines: "\n".join(["```py", *lines, "```"]))
BLOCKS = st.recursive(st.one_of(st.lists(LINES, min_size=1, max_size=3).map("\n".join), TABLES, CODE), _wrap, max_leaves=6)

documents = st.lists(BLOCKS, max_size=5).flatmap(
    lambda blocks: st.sampled_from(["\n\n", "\n\n", "\n"]).map(lambda glue: glue.join(blocks))
)
"""Blocks in each other, with everything in them that an extension could mistake for its own."""

hostile = st.one_of(documents, st.lists(LINES, max_size=8).map("\n".join), st.text(max_size=60), st.text("*_[]()<>`\\!&#|~-+=: \n\t1.ax", max_size=40))
"""Any text."""

plain_words = st.lists(st.one_of(WORDS, st.sampled_from(["-", "[sic]", "&", "!", "https://a.example/b", "http://x.example.", "\u3000", "\xa0", "#x", "1.", "2016.", "e\u0301"])), min_size=1, max_size=6).map(" ".join)
plain_like = st.lists(st.one_of(plain_words, plain_words, inline(), WHOLE), max_size=8).flatmap(
    lambda lines: st.sampled_from(["\n\n", "\n", "\n\n\n", "\n \n", " \n"]).map(lambda glue: glue.join(lines))
)
"""Mostly paragraphs in which nothing means anything to Markdown."""
