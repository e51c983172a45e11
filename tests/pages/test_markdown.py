"""What goes into a page as text comes out as that text, wherever it stands and whichever engine reads it."""

from __future__ import annotations

import jinja2
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.pages.markdown import code_block, code_span, escape, escape_within, link, url
from tests.markdown_documents import fragments, hostile, lines, words
from tests.pages.rendered import ENGINES, as_shown, seen

PLACES = {
    "a paragraph": ("{}", "{}"),
    "the middle of a line": ("before {} after", "before {} after"),
    "a heading": ("## {}", "{}"),
    "a line below another": ("above\n{}\nbelow", "above {} below"),
    "an item": ("- {}", "{}"),
    "an item indented by four": ("-   {}\n-   {}", "{} {}"),
    "a numbered item": ("1.  {}", "{}"),
    "an item after a name": ("- **Name**: {}", "Name: {}"),
    "a cell": ("| a | {} |\n| --- | --- |\n| {} | c |", "a {} {} c"),
    "a link": ("[{}](x.md)", "{}"),
    "strong": ("**a {} b**", "a {} b"),
    "emphasis": ("a *b {} c* d", "a b {} c d"),
    "a quote": ("> {}", "{}"),
    "before a link": ("{}[x](x.md)", "{}x"),
    "behind a link": ("[x](x.md){}", "x{}"),
    "itself": ("{}{}", "{}{}"),
}
"""Markdown, and what one reads there."""

MANY = 100_000
"""How many texts the long run tries, over all places."""

values = st.one_of(
    st.lists(st.one_of(fragments, words), min_size=1, max_size=4).map(" ".join),
    st.lists(fragments, min_size=1, max_size=4).map("".join),
    lines,
    hostile,
    st.text(min_size=1, max_size=30),
)


@pytest.mark.parametrize(
    "text",
    [
        "John Kerry",
        "Recep Tayyip Erdoğan (born 1954), president – and “leader”",
        "the U.S.-led coalition's $5 million; 10:30, 50%, R & D, a/b, x_y",
        "from $5 million to $10 million",
        "الأسد and 习近平",
        "10:30:00 – 12:00",
    ],
)
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_ `c` [d](e) #f", r"\*a\* \_b\_ \`c\` \[d\](e) \#f"),
        ("{{ x }} {% y %} {: .z}", "&#123;&#123; x }} &#123;% y %} &#123;: .z}"),
        ("<b> a|b ~c~ ^d^ @e", "&lt;b&gt; a&#124;b &#126;c&#126; &#94;d&#94; &#64;e"),
        ("AT&T &amp; R & D", "AT&amp;T &amp;amp; R & D"),
        ("https://x.example www.x.example", "https&#58;//x.example www&#46;x.example"),
        (":smile: C++ == $a$ --8<--", "&#58;smile: C\\++ &#61;= &#36;a&#36; --8&lt;--"),
        ("US$5–US$6", "US&#36;5–US&#36;6"),
        ("[a] [b]", r"&#91;a\] \[b&#93;"),
        ("- a", r"\- a"),
        ("1986. A", r"1986\. A"),
        ("٢. A", r"٢\. A"),
        ("a - b 1. c", "a - b 1. c"),
        ("--- +", r"\--- +"),
        ("=", "&#61;"),
        (": a", "&#58; a"),
        ("!!! note", r"\!!! note"),
        ("??? x", "&#63;?? x"),
        ("/// x", "&#47;// x"),
        ("wow!", r"wow\!"),
        ("a\n\tb\x00c  d", "a b c d"),
        ("C:\\x", "C:&#92;x"),
        ("\u202eabc", "\u202eabc\u202c"),
        ("a\u2067\u202eb\u2069c\u2069\u202c", "a\u2067\u202eb\u2069c"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_means_something_is_escaped(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize("place", PLACES)
@settings(deadline=None, max_examples=60)
@given(values)
@example("1986.")
@example("+ a")
@example("--8<-- 'x'")
@example("!!! note")
@example("|---|")
@example("[^1]: a")
@example("*[HTML]: a")
@example("a]: b")
@example("a ] : b]")
@example("=")
@pytest.mark.promise("text-stays-text")
def test_text_in_is_text_out(place: str, value: str) -> None:
    _assert_same_text(place, value)


@pytest.mark.long
@pytest.mark.parametrize("place", PLACES)
@settings(deadline=None, max_examples=MANY // len(PLACES))
@given(values)
@pytest.mark.promise("text-stays-text")
def test_text_in_is_text_out_a_hundred_thousand_times(place: str, value: str) -> None:
    _assert_same_text(place, value)


def _assert_same_text(place: str, value: str) -> None:
    value = as_shown(value)
    assume(value)
    markdown = PLACES[place][0].replace("{}", escape(value))
    expected = " ".join(PLACES[place][1].replace("{}", value).split())
    for name, render in ENGINES.items():
        result = seen(render(markdown))
        assert not result.unsafe, (name, markdown)
        assert result.hrefs == (("x.md",) if "(x.md)" in markdown else ()), (name, markdown)
        assert result.text == expected, (name, markdown)


@given(values)
@pytest.mark.promise("no-engine")
def test_a_template_engine_finds_nothing_to_do(value: str) -> None:
    environment = jinja2.Environment(keep_trailing_newline=True, autoescape=True)
    for text in (escape(value), escape_within(value), code_span(value), code_block(value), link(escape(value), value)):
        text = text.replace("\n", " ")
        assert environment.from_string(text).render() == text


@settings(deadline=None)
@given(values)
def test_code_says_what_it_is_given(value: str) -> None:
    assume(as_shown(value))
    for page in (code_block(value), "- a\n\n    " + code_block(value, one_line=True), f"a {code_span(value)} b"):
        for name, render in ENGINES.items():
            result = seen(render(page))
            assert not result.unsafe and not result.hrefs, (name, page)
            assert as_shown(value) in as_shown(result.text), (name, page)


@given(values)
def test_nothing_breaks_out_of_an_address(value: str) -> None:
    pages = {name: seen(render(f"before {link('x', value)} after")) for name, render in ENGINES.items()}
    assert {page.text for page in pages.values()} == {"before x after"}
    assert len({page.hrefs for page in pages.values()}) == 1
    assert not any(page.unsafe for page in pages.values())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../a/b.md#m3", "../a/b.md#m3"),
        ("https://x.example/a b(c)?d=1&e=é", "https://x.example/a%20b%28c%29?d=1&amp;e=%C3%A9"),
        ("http://[::1]:8000/a[b]?c=[d]", "http://[::1]:8000/a%5Bb%5D?c=%5Bd%5D"),
        ("HTTPS://x:y@[2001:DB8::7]/", "HTTPS://x:y@[2001:DB8::7]/"),
        ("http://%5B::1%5D/x", "http://[::1]/x"),
        ("http://[::1]x](y)/", "http://[::1]x%5D%28y%29/"),
        ("http://x.example/http://[::1]/", "http://x.example/http://%5B::1%5D/"),
        ("http://[x](y)", "http://%5Bx%5D%28y%29"),
        ("//[::1]/x", "//%5B::1%5D/x"),
        ("a|b{{c}}\"'<>\\\n%zz%41", "a%7Cb%7B%7Bc%7D%7D%22%27%3C%3E%5C%0A%25zz%41"),
    ],
)
def test_an_address_is_encoded(address: str, expected: str) -> None:
    assert url(address) == expected


@pytest.mark.parametrize(
    "address", ["http://[::1]:8000/x", "https://[2001:db8::7]/?a=b", "http://x:y@[::ffff:192.0.2.1]:1/"]
)
@pytest.mark.parametrize(
    "around", ["before {} after", "| {} | b |\n| --- | --- |\n| c | d |", "- {}", "[a] {}: [b]", "{}"]
)
def test_an_address_with_brackets_around_its_host_is_read_alike_by_all(address: str, around: str) -> None:
    pages = {name: seen(render(around.format(link("x", address)))) for name, render in ENGINES.items()}
    assert {tuple(href.replace("%5B", "[").replace("%5D", "]") for href in page.hrefs) for page in pages.values()} == {
        (address,)
    }
    assert len({" ".join(page.text.split()) for page in pages.values()}) == 1
