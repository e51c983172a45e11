"""Saved web pages: what they say of themselves, in which order it is believed, and what hostile ones do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mkdocs_dossier.imports.draft import Draft, Refusal
from mkdocs_dossier.imports.kinds import ImportKind, kind_of
from mkdocs_dossier.imports.markdown import written
from mkdocs_dossier.imports.source import Found, ImportSource
from tests.imports.saved import ABOUT, FIRST, SECOND, TITLE, page


def _read(content: bytes | str, name: str = "saved.html") -> Draft:
    content = content.encode() if isinstance(content, str) else content
    kind = kind_of(content, name)
    assert isinstance(kind, ImportKind)
    assert kind.read is not None
    found = kind.read(ImportSource(content, name))
    assert isinstance(found, Found), found
    return found.drafts[0]


def _said(draft: Draft) -> dict[str, tuple[tuple[str, ...], bool]]:
    """The most trusted clue on each field: its values, and whether it was given."""
    return {clue.field: (clue.values, clue.given) for clue in reversed(draft.clues)}


def test_json_ld_tells_all_fields() -> None:
    draft = _read(page(about=ABOUT))
    assert _said(draft) == {
        "title": ((TITLE,), True),
        "date": (("2016-08-18T11:13:00+01:00",), True),
        "outlet": (("The Example Post",), True),
        "authors": (("Ann Other", "Bo Else"), True),
        "url": (("https://www.example.org/2016/admiral",), True),
        "lang": (("en_GB",), True),
        "summary": (("A visit to the port.",), True),
    }
    assert [block.text for block in draft.blocks] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "about",
    [
        {"@graph": [{"@type": "WebSite", "name": "X"}, ABOUT]},
        [ABOUT],
        {"@type": "WebPage", "mainEntity": ABOUT},
        {
            "@graph": [
                {**ABOUT, "publisher": {"@id": "#p"}},
                {"@id": "#p", "@type": "Organization", "name": "The Example Post"},
            ]
        },
        {**ABOUT, "@type": ["Thing", "https://schema.org/NewsArticle"]},
    ],
)
def test_the_article_is_found_wherever_json_ld_has_it(about: object) -> None:
    said = _said(_read(page(about=about)))
    assert said["title"] == ((TITLE,), True)
    assert said["outlet"] == (("The Example Post",), True)


OPEN_GRAPH = """
<meta property="og:title" content="By Open Graph">
<meta property="article:published_time" content="2016-08-17T10:00:00Z">
<meta property="og:site_name" content="Graph Daily"><meta name="author" content="Meta Author">
<meta property="og:locale" content="de_DE"><link rel="canonical" href="https://example.org/c">
"""
TIME = f"<article><h1>{TITLE}</h1><time datetime='2016-08-16'>Tuesday</time><p>{FIRST}</p><p>{SECOND}</p></article>"


def test_json_ld_counts_more_than_open_graph_and_that_more_than_what_is_seen() -> None:
    assert _said(_read(page(TIME, head=OPEN_GRAPH, about=ABOUT)))["date"] == (("2016-08-18T11:13:00+01:00",), True)
    said = _said(_read(page(TIME, head=OPEN_GRAPH)))
    assert (said["title"], said["date"]) == ((("By Open Graph",), True), (("2016-08-17T10:00:00+00:00",), True))
    assert said["url"] == (("https://example.org/c",), True)
    said = _said(_read(page(TIME)))
    assert (said["title"], said["date"]) == (((TITLE,), False), (("2016-08-16",), False))


def test_a_line_in_the_page_tells_the_date_and_the_author_where_nothing_else_does() -> None:
    lines = ["By Ann Other", "18 AUGUST 2016 • 11:13AM", FIRST, SECOND]
    body = f"<article><h1>{TITLE}</h1><p>{'</p><p>'.join(lines)}</p></article>"
    draft = _read(page(body))
    assert _said(draft)["date"] == (("2016-08-18",), False)
    assert _said(draft)["authors"] == (("Ann Other",), False)
    assert [block.text for block in draft.blocks] == [FIRST, SECOND]


def test_a_date_line_is_found_where_it_is_no_part_of_the_article() -> None:
    facts = f"<header><h1>{TITLE}</h1><dl><dt>Published</dt><dd>18 August 2016</dd></dl></header>"
    behind = "<h2>Dates</h2><ul><li>14 August 2016: 1</li><li>15 August 2016: 2</li></ul>"
    draft = _read(page(f"<main>{facts}<article><p>{FIRST}</p><p>{SECOND}</p>{behind}</article></main>"))
    assert _said(draft)["date"] == (("2016-08-18",), False)


def test_a_first_heading_that_is_the_site_is_not_the_title() -> None:
    body = f"<h1>The Example Post</h1><article><h2>{TITLE}</h2><p>{FIRST}</p><p>{SECOND}</p></article>"
    said = _said(_read(page(body, head=f"<title>{TITLE} - The Example Post</title>")))
    assert said["title"] == ((TITLE,), False)
    assert said["outlet"] == (("The Example Post",), False)


def test_a_heading_with_nothing_below_it_is_left_out() -> None:
    more = "<h2>The visit</h2><p>It was the first visit of this kind, he said.</p><h2>Actors</h2><h2>Dates</h2>"
    draft = _read(page(f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>{more}</article>"))
    assert [block.text for block in draft.blocks if block.kind == "heading"] == ["The visit"]


def test_the_browser_notes_where_a_page_was_saved_from() -> None:
    text = page().replace("<html", "<!-- saved from url=(0033)https://example.org/world/admiral -->\n<html", 1)
    assert _said(_read(text))["url"] == (("https://example.org/world/admiral",), True)


@pytest.mark.parametrize(
    "content",
    [
        page(f"<article><h1>{TITLE}</h1><p>Müller sagte „ja“. {FIRST}</p><p>{SECOND}</p></article>").encode(encoding)
        for encoding in ("utf-8", "utf-8-sig", "utf-16")
    ]
    + [
        page(
            f"<article><h1>{TITLE}</h1><p>Müller sagte „ja“. {FIRST}</p><p>{SECOND}</p></article>",
            head="<meta charset='iso-8859-1'>",
        ).encode("cp1252")
    ],
)
def test_a_page_is_read_in_its_encoding(content: bytes) -> None:
    assert _read(content).blocks[0].text.startswith("Müller sagte „ja“.")


def test_a_page_with_another_script_in_an_old_encoding() -> None:
    body = f"<article><h1>Визит</h1><p>Адмирал посетил порт. {FIRST}</p><p>{SECOND}</p></article>"
    content = page(body, head='<meta http-equiv="content-type" content="text/html; charset=windows-1251">').encode(
        "cp1251"
    )
    assert _read(content).blocks[0].text.startswith("Адмирал посетил порт.")


def test_a_page_saved_as_one_file() -> None:
    import quopri

    body = quopri.encodestring(page().encode()).decode()
    content = (
        "From: <Saved by Example>\r\nSnapshot-Content-Location: https://example.org/m\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n--B--\r\n"
    )
    draft = _read(content, "page.mhtml")
    assert _said(draft)["url"] == (("https://example.org/m",), True)
    assert [block.text for block in draft.blocks] == [FIRST, SECOND]


UNSEEN = [
    "<!-- -->",
    "<!---->",
    "<!-- a > b -- c -->",
    "<!--[if IE]><b>an old browser</b><![endif]-->",
    "<![if !IE]>",
    "<!--[if !IE]><!-->",
    "<!--<![endif]-->",
    "<![CDATA[ hidden ]]>",
    "<?xml version='1.0'?>",
    '<?xml:namespace prefix = o ns = "urn:example:office" />',
    "<!entity>",
    "</ no tag>",
    "<!-- --><!-- -->",
    "<script>shown()</script>",
    "<embed src='film.swf'>",
    "<source src='film.webm'>",
    "<wbr>",
]
"""What a browser shows nothing of."""


@pytest.mark.parametrize("unseen", UNSEEN)
@pytest.mark.parametrize("before", ["closed on Thursday", "closed on <b>Thursday</b>", "<a href='/x'>closed</a>"])
def test_the_text_behind_what_a_browser_does_not_show_is_kept(unseen: str, before: str) -> None:
    body = f"<article><h1>{TITLE}</h1><p>The port was {before}{unseen} because of a strike.</p><p>{FIRST}</p></article>"
    shown = "closed" if "href" in before else "closed on Thursday"
    assert [block.text for block in _read(page(body)).blocks] == [f"The port was {shown} because of a strike.", FIRST]


def test_comments_between_and_in_list_items_and_cells_cut_nothing() -> None:
    listed = "<ul><!-- a --><li>The first <!-- b -->ship</li><!-- c --><li><!-- d -->The second ship</li></ul>"
    rows = "<tr><!-- e --><td>Pilots<!-- f --> in all</td><!-- g --><td><!-- h -->12</td></tr><!-- i -->"
    table = f"<table><!-- j --><tbody>{rows}<tr><td>Tugs</td><td>3<!-- k --> or 4</td></tr></tbody></table>"
    draft = _read(page(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{listed}<p>{SECOND}</p>{table}</article>"))
    assert [block.text for block in draft.blocks if block.kind == "item"] == ["The first ship", "The second ship"]
    cells = [block.cells for block in draft.blocks if block.kind == "row"]
    assert cells == [("Pilots in all", "12"), ("Tugs", "3 or 4")]


def test_a_comment_is_no_part_of_a_title() -> None:
    head = "<title>An admiral<!-- --> visits &lt;b&gt; <!-- -->| <!-- -->The Example Post</title>"
    draft = _read(page(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>", head=head))
    assert _said(draft)["title"] == (("An admiral visits <b> | The Example Post",), False)
    heading = f"<article><h1>An admiral<!-- x --> visits</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    assert _said(_read(page(heading, head=head)))["title"] == (("An admiral visits",), False)


def _body(more: str, **options: object) -> Draft:
    return _read(page(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{more}<p>{SECOND}</p></article>", **options))  # type: ignore[arg-type]


def test_powers_notes_and_code_keep_their_meaning() -> None:
    notes = "<h2>Notes</h2><ol><li id='n1'>The harbour book of that year. <a href='#r1'>↩</a></li></ol>"
    text = "It has 10<sup>6</sup> litres on 4 m<sup>2</sup>, on the 3<sup>rd</sup> day.<sup><a href='#n1'>1</a></sup>"
    code = "<p>They ran <code>rm -rf a_b</code> then.</p><pre>a\n  b\n\nc</pre><pre><code>x = [1]\n  y</code></pre>"
    draft = _body(f"<p>{text}</p>{code}{notes}")
    assert draft.blocks[1].text == "It has 10⁶ litres on 4 m², on the 3rd day.[1]"
    assert [block.text for block in draft.blocks if block.kind == "code"] == ["a\n  b\n\nc", "x = [1]\n  y"]
    assert "They ran `rm -rf a_b` then." in written(draft.blocks)
    assert "1. The harbour book of that year.\n" in written(draft.blocks)


def test_links_lead_where_they_led() -> None:
    more = (
        "<p>See <a href='/x'>one</a>, <a href='more.html'>two</a>, <a href='#below'>three</a> of the ships there.</p>"
    )
    text = written(_body(more, about=ABOUT).blocks)
    assert "[one](https://www.example.org/x), [two](https://www.example.org/2016/more.html), three of" in text
    based = written(_body(more, about=ABOUT, head="<base href='https://example.org/b/'>").blocks)
    assert "[two](https://example.org/b/more.html)" in based


def test_a_list_of_links_that_ends_an_article_is_kept_where_it_has_a_head_of_its_own() -> None:
    links = "".join(f"<li><a href='https://{n}.example.org/x'>The port book, part {n}</a></li>" for n in "abc")
    text = f"<p>{FIRST}</p><p>{SECOND}</p>"
    draft = _read(page(f"<article><h1>{TITLE}</h1>{text}<h2>Sources</h2><ul>{links}</ul></article>"))
    assert [block.text for block in draft.blocks[2:]] == ["Sources", *(f"The port book, part {n}" for n in "abc")]


def test_a_table_in_a_figure_and_a_quoted_post_are_kept() -> None:
    table = "<figure><table><tr><th>Ship</th><th>Crew</th></tr><tr><td>Tug</td><td>3</td></tr></table></figure>"
    said = "<p>The port is open, come and see it all.</p>"
    post = f"<div class='social-embed'><blockquote class='twitter-tweet'>{said}</blockquote></div>"
    draft = _body(table + post)
    assert [block.cells for block in draft.blocks if block.kind == "row"] == [("Ship", "Crew"), ("Tug", "3")]
    assert "The port is open, come and see it all." in [block.text for block in draft.blocks]


def test_what_a_page_hides_is_left_out() -> None:
    hidden = "<div style='display: none'><span>An admiral</span> <span>2016-08-19T08:57:40</span></div>"
    assert "08:57:40" not in written(_body(hidden).blocks)


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('{"@type": "WebPage", "datePublished": "2016-08-18T10:00:00+00:00"}', "2016-08-18T10:00:00+00:00"),
        ('{"@type": "NewsArticle", "datePublished": "2016-08-18"}}', "2016-08-18"),
        ('//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2016-08-18"}\n//]]>', "2016-08-18"),
        ('/*<![CDATA[*/{"@type": "NewsArticle", "datePublished": "2016-08-18"}/*]]>*/', "2016-08-18"),
        ('<!-- {"@type": "NewsArticle", "datePublished": "2016-08-18"} -->', "2016-08-18"),
        ('{"@type": "NewsArticle", "datePublished": "2016-08-18", }', "2016-08-18"),
        ('{"@type": "WebSite"};{"@type": "NewsArticle", "datePublished": "2016-08-18"};', "2016-08-18"),
    ],
)
def test_the_date_is_found_in_json_ld_as_sites_write_it(script: str, day: str) -> None:
    said = _said(_read(page(head=f'<script type="application/ld+json">{script}</script>')))
    assert said["date"] == ((day,), True)


def test_the_page_s_own_address_counts_more_than_one_of_the_site() -> None:
    canonical = '<link rel="canonical" href="https://www.example.org/world/2016/admiral">'
    for wide in ("https://www.example.org", "https://www.example.org/world/"):
        said = _said(_read(page(head=canonical, about={**ABOUT, "url": wide})))
        assert said["url"] == (("https://www.example.org/world/2016/admiral",), True)


def test_an_encyclopedia_s_page_keeps_its_title() -> None:
    about = {"@type": "Article", "name": "Max Muster", "headline": "invented admiral", "datePublished": "2016-08-18"}
    body = f"<h1 id='firstHeading'>Max Muster</h1><p>{FIRST}</p><p>{SECOND}</p>"
    assert _said(_read(page(body, about=about)))["title"] == (("Max Muster",), True)


@pytest.mark.parametrize(
    "heading",
    [
        "<h1 class='site-title'>Example</h1>",
        "<h1><a href='/'>Example</a></h1>",
        "<div id='logo'><h1>Example</h1></div>",
        "<h1><a href='https://example.org/'><img class='logo' src='x.png' alt=''>Example</a></h1>",
    ],
)
def test_the_heading_that_is_the_logo_is_no_title(heading: str) -> None:
    body = f"<header>{heading}</header><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    assert _said(_read(page(body)))["title"][0] == (TITLE,)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Ann Other, Bo Else", ("Ann Other", "Bo Else")),
        ("Ann Other; Bo Else and Jane van der Roe", ("Ann Other", "Bo Else", "Jane van der Roe")),
        ("By ANN OTHER", ("Ann Other",)),
        ("Other, Ann", ("Other, Ann",)),
        ("Staff of the port", ("Staff of the port",)),
    ],
)
def test_several_names_in_one_meta_are_several_authors(content: str, names: tuple[str, ...]) -> None:
    assert _said(_read(page(head=f'<meta name="author" content="{content}">')))["authors"] == (names, True)


def test_a_byline_outside_the_article_names_the_authors() -> None:
    body = f"<header><h1>{TITLE}</h1><div class='byline'>By Ann Other and Bo Else, staff writers</div></header>"
    said = _said(_read(page(f"{body}<article><p>{FIRST}</p><p>{SECOND}</p></article>")))
    assert said["authors"] == (("Ann Other", "Bo Else"), False)


@pytest.mark.parametrize(
    "line", ["<span class='publish-date'>18 August 2016, 9:02 AM", "<div class='x'>publiziert am 18. August 2016"]
)
def test_a_date_anywhere_that_is_marked_or_labelled_is_found(line: str) -> None:
    body = f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article><aside>{line}</aside>"
    assert _said(_read(page(body)))["date"] == (("2016-08-18",), False)


HOSTILE = {
    "deep": "<html><body>" + "<div>" * 50_000 + FIRST,
    "deep inline": "<html><body><p>" + "<b>" * 50_000 + FIRST,
    "entities": '<!DOCTYPE html [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><html><p>&b;&b;&b;</p>',
    "unclosed": "<html><body><p>" + "<a href=" * 20_000,
    "many": "<html><body>" + "<p>x</p>" * 120_000,
    "one long line": "<html><body><p>" + "word " * 300_000 + "</p>",
    "json-ld deep": page(head='<script type="application/ld+json">' + "[" * 200_000 + "</script>"),
    "json-ld no json": page(head='<script type="application/ld+json">{"@type": "NewsArticle", </script>'),
    "json-ld odd": page(
        about={"@type": "NewsArticle", "headline": {"x": [1]}, "author": [[["a"]]], "datePublished": 5}
    ),
    "nulls": page().replace("<p>", "<p>\0\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace")),
    "xml": '<?xml version="1.0" encoding="utf-16"?>' + page(),
    "only tags": "<html><head></head><body></body></html>",
    "comment": "<html><!--" + "-" * 200_000,
    "quotes": "<html><body>" + "<blockquote>" * 300 + f"<p>{FIRST}</p>",
    "lists": "<html><body>" + "<ul><li>" * 300 + f"{FIRST}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_named_and_never_ends_the_run(name: str) -> None:
    content = HOSTILE[name].encode("utf-8", "replace")
    kind = kind_of(content, "x.html")
    assert isinstance(kind, ImportKind)
    assert (kind.name, kind.read is None) == ("html", False)
    started = time.process_time()
    assert isinstance(kind.read(ImportSource(content, "x.html")), Found | Refusal)  # type: ignore[misc]
    assert time.process_time() - started < 60


def test_a_page_includes_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for others")
    text = page().replace("<!doctype html>", f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
    draft = _read(text.replace("<p>", "<p>&x; "))
    assert "not for others" not in str(draft)
    assert "Rear Admiral" in str(draft)


def test_a_page_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = '<base href="https://example.org/"><link rel="stylesheet" href="https://example.org/s.css">'
    assert _read(page(head=head + "<script src='https://example.org/x.js'></script>", about=ABOUT)).blocks
