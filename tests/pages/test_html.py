"""The HTML of a generated page: its links, and the ids of its headings."""

from __future__ import annotations

import pytest

from mkdocs_dossier.pages.html import on_site, render_html


def test_a_link_leads_to_the_page_of_the_built_site_wherever_it_stands() -> None:
    text = "## By [Ann](../actors/ann.md)\n\n[May](../dates/2016/05/index.md#published) and [out](https://x.org/a.md)\n"
    made = render_html(text, "articles/x.md", directories=True).html
    assert '<h2 id="by-ann">By <a href="../../actors/ann/">Ann</a></h2>' in made
    assert '<a href="../../dates/2016/05/#published">' in made and '<a href="https://x.org/a.md">' in made
    flat = render_html(text, "articles/x.md", directories=False).html
    assert '<a href="../actors/ann.html">' in flat and '<a href="../dates/2016/05/index.html#published">' in flat


def test_the_same_link_is_another_address_on_an_index() -> None:
    text = "[Ann](../actors/ann.md)\n"
    assert 'href="../actors/ann/"' in render_html(text, "articles/index.md", directories=True).html
    assert 'href="../../actors/ann/"' in render_html(text, "articles/x.md", directories=True).html


def test_no_two_headings_of_a_page_have_the_same_id_and_none_has_an_empty_one() -> None:
    made = render_html("# A b\n\n## A b\n\n### 阿\n\n## A b\n", "x.md", directories=True)
    assert [(heading.level, heading.id) for heading in made.headings] == [
        (1, "a-b"),
        (2, "a-b_1"),
        (3, "_1"),
        (2, "a-b_2"),
    ]
    assert made.html.startswith('<h1 id="a-b">A b</h1>\n<h2 id="a-b_1">A b</h2>')


def test_no_heading_takes_the_id_of_a_place_that_can_be_linked_at() -> None:
    text = '# M1\n\n<span id="m1">Ann</span> and <span id="m1_1"></span>\n\n## M1\n\n## S2\n'
    assert [heading.id for heading in render_html(text, "x.md", directories=True).headings] == ["m1_2", "m1_3", "s2"]


def test_the_mark_of_a_container_is_not_in_the_html() -> None:
    made = render_html('<div class="x" markdown="1">\n\n## A\n\n</div>\n', "x.md", directories=True).html
    assert '<div class="x">' in made and '<h2 id="a">A</h2>' in made


@pytest.mark.parametrize("before", ["", "a > b ", '<div class="x" markdown="1">\n\n'])
def test_what_reads_like_that_mark_stays_text(before: str) -> None:
    made = render_html(f'{before}&lt;div markdown="1"&gt; and markdown="1" again\n', "x.md", directories=True).html
    assert '&lt;div markdown="1"&gt; and markdown="1" again' in made.replace("&quot;", '"')
    assert '<div class="x">' in made or not before.startswith("<div")


def test_an_address_may_go_into_another_attribute() -> None:
    text = '<svg><a href="ann.md#x"></a></svg>'
    assert on_site(text, "actors/index.md", directories=True, attribute="xlink:href") == (
        '<svg><a xlink:href="ann/#x"></a></svg>'
    )
