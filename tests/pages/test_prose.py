"""A `Prose` written as Markdown reads alike in every engine, and says what the article says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.prose import BLOCK_END, Code, HandLink, Open, Prose, Text
from mkdocs_dossier.pages.prose import Mark, write_prose
from mkdocs_dossier.read.prose import parse_prose
from tests.markdown_documents import documents, fragments, hostile, words
from tests.pages.rendered import ENGINES, as_shown, images, seen


def parse(body: str) -> Prose:
    return parse_prose(body, title="T", title_place=(1, 1), first_line=1)


def write(body: str, *marks: tuple[str, str, str | None]) -> str:
    """marks: the text marked, its anchor, its address."""
    prose = parse(body)
    return write_prose(prose, [_mark(prose, *mark) for mark in marks])


def _mark(prose: Prose, text: str, anchor: str, url: str | None) -> Mark:
    start = prose.text.index(text)
    return Mark(start, start + len(text), anchor, url)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\nb", "a b"),
        ("# A\n\ntext", "## A\n\ntext"),
        ("*a* **b** c*d*e", "*a* **b** c<em>d</em>e"),
        ("a  \nb", "a<br> b"),
        ("- a\n- b\n  - c", "-   a\n-   b\n    -   c"),
        ("1. a\n\n   b\n2. c", "1.  a\n\n    b\n\n2.  c"),
        ("> a\n\n> b", "> a\n\n<!-- -->\n\n> b"),
        ("- a\n\n1. b", "-   a\n\n<!-- -->\n\n1.  b"),
        ("```\n<x> {{ y }}\n\nz\n```", "<pre><code>&#60;x&#62; &#123;&#123; y }}\n\nz</code></pre>"),
        ("- &nbsp;\n  > ---\n  > ---", "-   <!-- -->\n\n    > ***\n    >\n    > ***"),
        ("a\n\n---", "a\n\n***"),
        ("|a|b|\n|-|-:|\n|c|d|", "| a | b |\n| --- | ---: |\n| c | d |"),
        ("[a](https://x.example/(b)?c=d&e)!", "[a](https://x.example/%28b%29?c=d&amp;e)!"),
        ("1986\\. A", "1986\\. A"),
        ("wow\\![a](https://x.example)", "wow\\![a](https://x.example)"),
    ],
)  # fmt: skip
def test_a_block_is_written_in_its_plainest_form(body: str, expected: str) -> None:
    assert write(body) == expected


@pytest.mark.parametrize(
    ("body", "marks", "expected"),
    [
        ("See Kerry.", [("Kerry", "m1", "k.md")], 'See <span id="m1">[Kerry](k.md)</span>.'),
        ("See Kerry.", [("Kerry", "m1", None)], 'See <span id="m1">Kerry</span>.'),
        ("[[john|Kerry]] x", [("Kerry", "m1", "k.md")], '<span id="m1">[Kerry](k.md)</span> x'),
        ("[[john|Kerry]] x", [], "Kerry x"),
        ("[Kerry](https://x.example)", [("Kerry", "m1", "k.md")], '[<span id="m1">Kerry</span>](https://x.example)'),
        ("*John* Kerry", [("John Kerry", "m1", "k.md")], '*<span id="m1">John</span>* Kerry'),
        ("*Kerry*", [("Kerry", "m1", "k.md")], '*<span id="m1">[Kerry](k.md)</span>*'),
        (
            "Russian army",
            [("Russian army", "m1", "r.md"), ("Russian", "m2", "c.md")],
            '<span id="m1">[<span id="m2">Russian</span> army](r.md)</span>',
        ),
        ("# Kerry", [("Kerry", "m1", "k.md")], '## <span id="m1">[Kerry](k.md)</span>'),
        ("`Kerry` x", [("Kerry", "s1", None)], '<span id="s1"></span><code>Kerry</code> x'),
    ],
)
def test_a_mark_is_an_anchor_and_perhaps_a_link(body: str, marks: list[tuple[str, str, str]], expected: str) -> None:
    assert write(body, *marks) == expected


def test_an_anchor_without_text_stands_before_what_follows() -> None:
    assert write_prose(parse("A b"), [Mark(4, 4, "s1", None)]) == 'A <span id="s1"></span>b'
    assert write_prose(parse("A b"), [Mark(2, 3, "m1", "a.md"), Mark(2, 2, "s1", None)]) == (
        '<span id="m1">[<span id="s1"></span>A](a.md)</span> b'
    )


def test_the_title_is_not_written() -> None:
    prose = parse("Body")
    assert write_prose(prose, [Mark(0, 1, "m1", "x.md")]) == "Body"


def check(prose: Prose, marks: Sequence[Mark]) -> None:
    page = write_prose(prose, marks)
    results = {name: seen(render(page)) for name, render in ENGINES.items()}
    first = results["pyromark"]
    body = prose.text.partition(BLOCK_END)[2]
    for name, result in results.items():
        assert not result.unsafe, (name, page)
        assert as_shown(result.text) == as_shown(body), (name, page)
        assert result.hrefs == first.hrefs, (name, page)
        assert result.ids == first.ids == tuple(mark.anchor for mark in marks), (name, page)
        assert result.tags == first.tags, (name, page)


@settings(deadline=None)
@given(documents)
def test_every_engine_reads_a_document_alike(body: str) -> None:
    check(parse(body), ())


@settings(deadline=None)
@given(hostile)
@pytest.mark.promise("text-stays-text")
def test_every_engine_reads_any_text_alike(body: str) -> None:
    check(parse(body), ())


@st.composite
def illustrated(draw: st.DrawFn) -> str:
    """A document in which words are pictures, and one that has a picture for certain."""
    alts = st.one_of(words, fragments, hostile.map(lambda text: text.replace("\n", " ")))
    body = draw(documents)
    for word in draw(st.sets(st.sampled_from(["Kerry", "Syria", "text", "3"]))):
        body = body.replace(word, f"![{draw(alts)}](p.png)")
    return f"{body}\n\n{draw(fragments)}![{draw(words)}](q%20r.png){draw(fragments)}"


@settings(deadline=None)
@given(illustrated())
@example("*em*![a](q.png)*![](p.png)* then *![says](p.png)*")
def test_every_engine_shows_the_same_pictures_and_no_others(body: str) -> None:
    prose = parse(body)
    shown = [piece.attributes[0][1] for piece in prose.pieces if isinstance(piece, Open) and piece.tag == "img"]
    assume(shown)
    page = write_prose(prose, (), dict.fromkeys(shown, "../pictures/0a.jpg"))
    results = {name: images(render(page)) for name, render in ENGINES.items()}
    for name, result in results.items():
        assert len(result) == len(shown), (name, page)
        assert result == results["pyromark"], (name, page)
        assert all(src == "../pictures/0a.jpg" and keys == {"src", "alt"} for src, _, keys in result), (name, page)
        assert set(seen(ENGINES[name](page)).unsafe) == {"img"}, (name, page)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Prose, list[Mark]]:
    """A document with marks on it, some in others, some across the borders of pieces."""
    prose = parse(draw(documents))
    spans = [(p.start, p.end) for p in prose.pieces[3:] if isinstance(p, Text | HandLink | Code)]
    if not spans:
        return prose, []
    cuts = sorted(draw(st.sets(st.integers(spans[0][0], spans[-1][1]), max_size=8)))
    marks = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if BLOCK_END in prose.text[start:end]:
            continue
        url = draw(st.sampled_from([None, "../a/b.md", "x.md#a(b)|c", "https://x.example/?a=1&lt;=2"]))
        marks.append(Mark(start, end, f"m{len(marks)}", url))
        if draw(st.booleans()):
            marks.append(Mark(start, draw(st.integers(start, end)), f"m{len(marks)}", url))
    return prose, marks


@settings(deadline=None)
@given(marked())
def test_every_engine_reads_marks_alike(document: tuple[Prose, list[Mark]]) -> None:
    check(*document)
