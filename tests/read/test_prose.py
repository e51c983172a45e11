"""Articles' Markdown becomes text, pieces and places."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.model.prose import BLOCK_END, Break, Close, Code, HandLink, Open, Prose, Text
from mkdocs_dossier.read import prose as reader
from mkdocs_dossier.read.prose import parse_prose
from tests.markdown_documents import documents, hostile, plain_like
from tests.payloads import ADDRESSES, LINK_FORMS

WHITE = re.compile(r"\s+")


def parse(body: str, title: str = "T") -> Prose:
    return parse_prose(body, title=title, title_place=(2, 8), first_line=5)


def texts(prose: Prose) -> list[str]:
    return prose.text.split(BLOCK_END)[1:]


def shape(prose: Prose) -> str:
    """The pieces behind the title, written like HTML."""
    out = []
    for piece in prose.pieces[prose.pieces.index(Close("h1")) + 1 :]:
        match piece:
            case Open(tag, attributes):
                out.append(f"<{' '.join([tag, *(f'{k}={v}' for k, v in attributes)])}>")
            case Close(tag):
                out.append(f"</{tag}>")
            case Break(rule):
                out.append("<hr>" if rule else "<br>")
            case Code(start, end, block, language):
                out.append(f"<{'pre' if block else 'code'} {language}>{prose.text[start:end]}</>")
            case HandLink(start, end, target):
                out.append(f"<hand {target}>{prose.text[start:end]}</>")
            case Text(start, end):
                out.append(prose.text[start:end])
    return "".join(out)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\nb", "<p>a\nb</p>"),
        ("# A\n\nB\n===", "<h2>A</h2><h2>B</h2>"),
        ("###### A", "<h2>A</h2>"),
        ("# A\n\n### B\n\n## C", "<h2>A</h2><h4>B</h4><h3>C</h3>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n\n4. b", "<ol start=3><li><p>a</p></li><li><p>b</p></li></ol>"),
        ("2016. A bad year.", "<p>2016. A bad year.</p>"),
        ("> a\n\n---", "<blockquote><p>a</p></blockquote><hr>"),
        ("`a b` *c*", "<p><code >a b</> <em>c</em></p>"),
        ("~~a~~", "<p><s>a</s></p>"),
        ("```py\nx = 1\n```", "<pre py>x = 1</>"),
        ("<b>a</b>", "<p><b>a</b></p>"),
        ("a &amp; b &#42; \\* &nope;", "<p>a & b * * &nope;</p>"),
        ("[a](https://x.example \"t\")", "<p><a href=https://x.example>a</a></p>"),
        ("[a](javascript:alert)", "<p>a</p>"),
        ("[a](&#106;avascript:alert)", "<p>a</p>"),
        ("[a](&#1;https://x.example)", "<p>a</p>"),
        ("[a](page.md)", "<p>a</p>"),
        ("[a](mailto:b@c.example)", "<p><a href=mailto:b@c.example>a</a></p>"),
        ("[](https://x.example)", "<p><a href=https://x.example>https://x.example</a></p>"),
        ("<https://x.example/%C3%A9>", "<p><a href=https://x.example/%C3%A9>https://x.example/%C3%A9</a></p>"),
        ("![a *b*](p.png)", "<p><img src=p.png>a b</img></p>"),
        ("![a *b*](/p.png)", "<p>a b</p>"),
        ("![](p.png)", "<p><img src=p.png></img></p>"),
        ("![a ![b](q.png)](p.png)", "<p><img src=p.png>a b</img></p>"),
        ("![a](https://x.example/p.png)", "<p><a href=https://x.example/p.png>a</a></p>"),
        ("[![a](https://x.example/p.png)](https://y.example)", "<p><a href=https://y.example>a</a></p>"),
        ("[a]\n\n[a]: https://x.example", "<p><a href=https://x.example>a</a></p>"),
        ("[Q]: Why?", "<p>[Q]: Why?</p>"),
        ("[a]: https://x.example", "<p>[a]: https://x.example</p>"),
        ("[[john-kerry]]", "<p><hand john-kerry>john-kerry</></p>"),
        ("[[john-kerry|Mr *K* &amp; co]]", "<p><hand john-kerry>Mr K & co</></p>"),
        ("[[ john-kerry ]] [[john-kerry | the\n  *envoy* ]].",
         "<p><hand john-kerry>john-kerry</> <hand john-kerry>the\nenvoy</>.</p>"),
        ("`[[john-kerry]]`", "<p><code >[[john-kerry]]</></p>"),
        ("[[1]](https://x.example)", "<p><a href=https://x.example>[1]</a></p>"),
        ("| a | b |\n|---|--:|\n| `c` | d | e |", "<table><thead><tr><th>a</th><th align=right>b</th></tr></thead>"
         "<tbody><tr><td><code >c</></td><td align=right>d | e</td></tr></tbody></table>"),
        ("a\u2029b", "<p>a b</p>"),
        ("a&#x2029;b&#10;c", "<p>a b c</p>"),
        ("a\r\nb\r\rc", "<p>a\nb</p><p>c</p>"),
    ],
)  # fmt: skip
def test_markdown_becomes_pieces(body: str, expected: str) -> None:
    assert shape(parse(body)) == expected


def test_the_title_is_the_first_block() -> None:
    prose = parse("Body", title="A *title*\nhere")
    assert prose.text == f"A *title* here{BLOCK_END}Body"
    assert prose.pieces[:3] == (Open("h1"), Text(0, 14), Close("h1"))
    assert prose.place(2) == (2, 10)


@pytest.mark.parametrize(
    ("body", "opaque"),
    [
        ("see https://x.example/a_b, or", ["https://x.example/a_b"]),
        ("(www.x.example/a(b)) mail@x.example.", ["www.x.example/a(b)", "mail@x.example"]),
        ("x.example/path and/or U.S./China Mr.Smith/x", ["x.example/path"]),
        ("[Kerry](https://x.example)", []),
        ("[https://x.example](https://x.example)", ["https://x.example"]),
        ("`a` b\n\n    c", ["a", "c"]),
        ("https://x.example/سوريا。中", ["https://x.example/سوريا"]),
        ("见https://x.example\u3000北京 HTTP://Y.example/", ["https://x.example", "HTTP://Y.example/"]),
        ("He said: “no.” 10:30 a/b", []),
    ],
)
def test_no_name_is_looked_for_in_code_and_addresses(body: str, opaque: list[str]) -> None:
    prose = parse(body)
    assert [prose.text[a:b] for a, b in prose.opaque] == opaque


def test_a_composed_text_keeps_its_places() -> None:
    prose = parse("Ame\u0301lie, \u1112\u1161\u11ab, x *e*\u0301")
    assert texts(prose) == ["Amélie, 한, x e\u0301"]
    assert [prose.place(prose.text.index(c))[1] for c in "éli한x"] == [3, 5, 6, 10, 15]


def test_a_deep_nesting_keeps_its_text() -> None:
    assert WHITE.sub("", "".join(texts(parse("> " * 300 + "end")))).endswith("end")
    assert "end" in parse("".join("  " * n + "- x\n" for n in range(60)) + "  " * 60 + "- end").text


@pytest.mark.parametrize(
    "mark", ["[", "![", "*a ", "`", "> ", "[[", "<", "|a\n|-\n", "- ", "&#", "\\", "[a](", "a@", "a."]
)
def test_a_long_row_of_marks_does_no_harm(mark: str) -> None:
    assert parse(mark * 2000).text


def test_a_deep_emphasis_keeps_its_text() -> None:
    prose = parse("*a " * 2000 + "b*" * 2000)
    assert prose.text.count("a") == prose.text.count("b") == 2000
    assert sum(piece == Open("em") for piece in prose.pieces) == 10


@settings(deadline=None)
@given(st.text("htps:/[]().%@#?<> x\\\u0301é|\"'\ud7ff&;1", max_size=25))
def test_any_address_can_be_read(address: str) -> None:
    for body in (
        f"[a](http://{address})",
        f"[a](<https:{address}>)",
        f"<mailto:{address}>",
        f"[a]\n\n[a]: //{address}",
    ):
        check_spans(parse(body))


@settings(deadline=None)
@given(hostile, st.text(max_size=9))
def test_any_text_can_be_read(body: str, title: str) -> None:
    prose = parse(body, title)
    check_spans(prose)


def check_spans(prose: Prose) -> None:
    """Pieces follow each other without overlap, elements are closed in order, text is composed, marks are sorted."""
    at, around = 0, []
    for piece in prose.pieces:
        if isinstance(piece, Open):
            around.append(piece.tag)
        elif isinstance(piece, Close):
            assert around.pop() == piece.tag
        elif not isinstance(piece, Break):
            assert at <= piece.start < piece.end <= len(prose.text)
            assert not prose.text[at : piece.start].strip(BLOCK_END)
            assert BLOCK_END not in prose.text[piece.start : piece.end]
            assert is_normalized("NFC", prose.text[piece.start : piece.end])
            at = piece.end
    assert not around and not prose.text[at:].strip(BLOCK_END)
    assert list(prose.opaque) == sorted(prose.opaque)
    assert all(a < b for a, b in prose.opaque)
    assert [run.offset for run in prose.runs] == sorted({run.offset for run in prose.runs})
    assert prose.runs[0].offset == 0


PLAIN_CHARACTERS = re.compile(r"[A-Za-z0-9]")


@settings(deadline=None)
@given(hostile)
def test_every_letter_of_the_text_stands_in_the_file_where_it_says(body: str) -> None:
    body = re.sub(r"&#?\w+;", "", body)
    prose = parse(body)
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    hrefs = {value for piece in prose.pieces if isinstance(piece, Open) for _, value in piece.attributes}
    for piece in prose.pieces[3:]:
        if not isinstance(piece, Text | Code | HandLink) or prose.text[piece.start : piece.end] in hrefs:
            continue
        for offset in range(piece.start, piece.end):
            if PLAIN_CHARACTERS.match(prose.text[offset]):
                line, column = prose.place(offset)
                assert lines[line - 5][column - 1] == prose.text[offset]


@settings(deadline=None)
@given(documents)
def test_no_word_of_the_body_is_dropped(body: str) -> None:
    body = re.sub(r"&#?\w+;", " ", body)
    hidden = re.compile(r"\]\([^)]*\)|^ *\[ref\]:.*$|```\w*.*$|~~~.*$|!?\[\]|\[\[[^\]|]*\|", re.MULTILINE)
    shown = parse(body).text
    for word in ("Kerry", "Syria", "Erdoğan"):
        assert shown.count(word) >= hidden.sub(" ", body).count(word)


def full(body: str, title: str = "T") -> Prose:
    """Read a body with markdown-it whatever it holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "is_plain", lambda text: False)
        return parse(body, title)


@settings(deadline=None, max_examples=300)
@given(st.one_of(plain_like, hostile))
def test_the_short_way_gives_what_the_full_way_gives(body: str) -> None:
    assert parse(body) == full(body)


@settings(deadline=None)
@given(st.text("e\u0301\u0323a\u1100\u1161\u11a8\u0344\u2126x", max_size=12))
def test_composing_in_parts_is_composing_the_whole(text: str) -> None:
    assert parse(f"x{text}").text == f"T{BLOCK_END}{normalize('NFC', f'x{text}')}"


@pytest.mark.promise("live-links")
@pytest.mark.parametrize("form", LINK_FORMS)
def test_only_addresses_of_the_web_and_of_mail_live_as_a_browser_reads_them(form: str) -> None:
    for address in ADDRESSES:
        prose = parse(form.replace("{}", address))
        links = [
            dict(piece.attributes)["href"] for piece in prose.pieces if isinstance(piece, Open) and piece.tag == "a"
        ]
        assert all(re.match("https?://[^/]|mailto:[^@]+@", link) for link in links), (address, links)
        assert not any(re.search(r"[\x00-\x20\x7f\"<>`\\]", link) for link in links), (address, links)
