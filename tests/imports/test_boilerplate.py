"""What of a page's lines is left out, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.imports.boilerplate import RULES, rule_of
from mkdocs_dossier.imports.draft import Draft
from mkdocs_dossier.imports.dump import read_dump

FURNITURE = {
    "share": ["Share on Twitter", "Print", "ShareTweetPrint", "Share on FacebookShare on Twitter", "分享到微博"],
    "age": ["in #harbour8 years ago (edited)", "jane (61)in #news 3 days ago", "8 years ago", "jane • 2 hours ago"],
    "tags": ["#navy #harbour", "#navy, #harbour", "Tags: navy, harbour", "Filed under: World"],
    "prices": ["BTC 64512.21", "STEEM 0.17 TRX 0.14 JST 0.030", "ETH $3,183.01 (-2.1%)"],
    "payout": ["$0.23", "Past Payouts $0.23", "- Author $0.18"],
    "comments": ["Comments (12)", "12 Comments", "Leave a Reply", "Reply", "Sort: Trending", "No comments yet"],
    "counts": ["1,204 views", "3.4k shares", "12 votes", "Views: 1204", "4 min read", "Reading time: 4 minutes"],
    "related": ["Read more: A ship sails", "Related stories", "You may also like", "Most read", "See also: The port."],
    "more": ["Continue reading", "Load more", "Click here to see the pictures", "Back to top", "Next article →"],
    "advertisement": ["Advertisement", "ADVERTISEMENT", "Sponsored by Example Ltd", "Story continues below", "Anzeige"],
    "cookies": [
        "We use cookies to give you the best experience on our site.",
        "This website uses cookies. Read our policy.",
        "By continuing to use this site you agree to our terms.",
        "Accept all cookies",
    ],
    "newsletter": ["Sign up for our daily newsletter.", "Subscribe", "Enter your email address"],
    "follow": ["Follow us on Twitter and Facebook.", "Follow @example on Twitter", "Donate now!"],
    "script": ["Please enable JavaScript to view this page.", "Your browser does not support the video tag."],
    "rights": ["© 2016 The Example Post", "Copyright 2016 Example Ltd. All rights reserved.", "All rights reserved"],
    "navigation": ["Home > World > Asia", "News | Sport | Weather | Travel", "Home News World Sport", "Log in"],
    "player": ["0:00 / 2:13", "Play video", "Mute"],
    "page": ["Page 2 of 5", "- 3 -"],
    "mark": ["* * *", "———"],
}  # fmt: skip

TEXT = [
    "Tweet by the minister shakes the harbour city",
    "Share of the vote falls in the north",
    "The admiral arrived three days ago.",
    "He posted it on Twitter and on Facebook.",
    "The court said that this site uses cookies without asking.",
    "This site uses cookies, the court said on Thursday, and must ask first.",
    "About 1,204 people shared the picture, and 12 commented on it.",
    "Advertisement of the new post brought forty sailors.",
    "Home is where the harbour is, he said.",
    "Print was invented long before.",
    "The price of BTC 64512.21 was on every screen.",
    "UN Resolution 2254",
    "Harbour city",
    "Comments by the minister were not well received.",
    "“Follow us on the road to peace,” she said.",
    "Next, the ships will sail to the south.",
    "It was reported 8 years ago that the port was closed.",
    "第一批舰艇于星期四抵达港口城市。",
    "وصلت السفن إلى المدينة يوم الخميس.",
]


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in FURNITURE.items() for line in lines])
def test_furniture_is_told_by_its_shape(name: str, line: str) -> None:
    rule = rule_of(line)
    assert rule is not None
    assert rule.name == name


@pytest.mark.parametrize("line", TEXT)
def test_text_stays(line: str) -> None:
    assert rule_of(line) is None


def test_every_rule_is_shown_by_an_example() -> None:
    shown = {rule_of(line) for lines in FURNITURE.values() for line in lines}
    assert [rule.why for rule in RULES if rule not in shown] == []


WORDS = (
    "advertisement ago alerts article b comments cookies copyright email facebook follow harbour home likes login menu "
    "minutes more newsletter page print privacy read related reply share site sponsored subscribe terms trending tweet "
    "twitter views votes watch years #tag 8 12 $0.23 2016"
).split()
SENTENCES = st.builds(
    lambda subject, verb, rest, end: f"{subject} {verb} {' '.join(rest)}{end}",
    st.sampled_from(["The minister", "Jane Roe", "A ship", "Comments", "Most of them", "Related stories", "Home"]),
    st.sampled_from(["saw", "asked for", "spoke of", "shared", "was told about"]),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=12),
    st.sampled_from([".", "!", "?", ".”", "…"]),
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
BESIDE = st.sampled_from(
    [line for name, lines in FURNITURE.items() if name not in ("age", "comments") for line in lines]
)


@given(PARAGRAPHS)
def test_no_rule_takes_a_paragraph_of_sentences(paragraph: str) -> None:
    assert rule_of(paragraph) is None


@given(
    st.lists(st.one_of(PARAGRAPHS.map(lambda text: (True, text)), BESIDE.map(lambda line: (False, line))), min_size=1)
)
def test_every_paragraph_of_sentences_survives_whatever_stands_beside_it(lines: list[tuple[bool, str]]) -> None:
    draft = read_dump("\n".join(line for _, line in lines))
    kept = [block.text for block in draft.blocks] if isinstance(draft, Draft) else []
    assert [text for text in kept if text in {line for real, line in lines if real}] == [
        line for real, line in lines if real
    ]


def test_every_line_is_in_the_article_or_told_or_listed() -> None:
    lines = ["Home", "A ship sails at dawn again", "18 August 2016", "It sailed at dawn on Thursday.", "Tweet"]
    draft = read_dump("\n".join(lines))
    assert isinstance(draft, Draft)
    assert [block.text for block in draft.blocks] == [lines[3]]
    assert [left.text for left in draft.left_out] == ["Home", "18 August 2016", "Tweet"]
    assert {clue.field: clue.values[0] for clue in draft.clues} == {"date": "2016-08-18", "title": lines[1]}


def test_the_thread_below_the_comments_is_left_out() -> None:
    draft = read_dump(
        "A ship sails at dawn again\nIt sailed at dawn.\nComments (2)\n"
        "max (40) 8 years ago\nI do not believe it.\nReply"
    )
    assert isinstance(draft, Draft)
    assert [block.text for block in draft.blocks] == ["It sailed at dawn."]


def test_a_list_of_other_stories_is_left_out_with_its_head() -> None:
    draft = read_dump(
        "A ship sails at dawn again\nIt sailed at dawn on Thursday.\nRelated stories\nA port closes\n"
        "The tide was late\nThe crew came home at last.\nA gull is seen\nTen knots to know\nThe pier in pictures"
    )
    assert isinstance(draft, Draft)
    assert [block.text for block in draft.blocks] == ["It sailed at dawn on Thursday.", "The crew came home at last."]


SITE = ["The Example Post | News and views from the port", "Home > World > Asia"]


@pytest.mark.parametrize(
    "head",
    [
        ["An admiral in the harbour city", "18 August 2016"],
        ["18 August 2016", "An admiral in the harbour city", "By Ann Other"],
        [*SITE, "An admiral in the harbour city", "He stays for two days, the port says", "18 August 2016"],
        ["An admiral in the harbour city | The Example Post", "An admiral in the harbour city"],
        ["News", "From the desk of the Example Wire", "An admiral in the harbour city", "========", "18 August 2016"],
        ["Home", "World", "Politics", "Markets", "Search", "An admiral in the harbour city"],
    ],
)
def test_the_title_is_told_from_what_the_site_puts_above_it(head: list[str]) -> None:
    draft = read_dump("\n\n".join([*head, "The admiral came on Thursday.", "He left on Friday."]))
    assert isinstance(draft, Draft)
    assert next(clue.values[0] for clue in draft.clues if clue.field == "title") == "An admiral in the harbour city"
    assert [block.text for block in draft.blocks][-2:] == ["The admiral came on Thursday.", "He left on Friday."]
    assert "An admiral in the harbour city" not in [block.text for block in draft.blocks]


def test_a_list_that_the_text_announces_stays() -> None:
    draft = read_dump(
        "An admiral in the harbour city\nHe came. These were there:\n* the mayor\n* two pilots\n* a cook\n"
    )
    assert isinstance(draft, Draft)
    assert [block.text for block in draft.blocks][1:] == ["the mayor", "two pilots", "a cook"]
    assert {block.kind for block in draft.blocks[1:]} == {"item"}


def _kept(*lines: str) -> list[str]:
    draft = read_dump("\n".join(lines))
    assert isinstance(draft, Draft)
    assert len(lines) == len(draft.blocks) + len(draft.left_out) + 1, "every line is kept, left out, or the title"
    return [block.text for block in draft.blocks]


STORY = ("A ship sails at dawn again", "It sailed at dawn on Thursday, the port said.", "The crew was told on Friday.")


@pytest.mark.parametrize(
    "lines",
    [
        ("The dead", "Jane Roe, 34", "Max Muster, 21", "Bo Else, 7"),
        ("The dead", "Jane Roe", "Max Muster", "Bo Else"),
        ("Sources", "The harbour book of the port", "A talk with the mayor", "Papers of the crew"),
        ("Quellen", "Das Hafenbuch der Stadt", "Ein Gespräch mit dem Kapitän", "Papiere der Mannschaft"),
        (
            "1 August 2016 – port closed",
            "2 August 2016 – port opened",
            "3 August 2016 – ship came",
            "4 May 2017 – left",
        ),
        ("14 August 2016: the port closes", "15 August 2016: the port opens", "18 August 2016: the ship sails"),
        ("June 9 – Port Example, Hall One", "June 10 – Port Example, Hall Two", "June 14 – Example City, The Pier"),
        ("• a tug", "• two boats", "• three gulls"),
    ],
)
def test_a_list_of_its_own_that_ends_an_article_is_kept(lines: tuple[str, ...]) -> None:
    assert _kept(*STORY, *lines) == [*STORY[1:], *(line.removeprefix("• ") for line in lines)]


def test_a_timeline_tells_no_date_of_publication() -> None:
    draft = read_dump(
        "\n".join([*STORY, "1 August 2016 – port closed", "2 August 2016 – port opened", "3 August 2016"])
    )
    assert isinstance(draft, Draft)
    assert [clue for clue in draft.clues if clue.field == "date"] == []


def test_a_label_goes_with_the_lines_that_it_stands_over() -> None:
    behind = ("Coin Marketplace", "STEEM 0.17", "TRX 0.14", "Example Forum and Friends")
    assert _kept(*STORY, *behind) == [*STORY[1:]]
    assert _kept(*STORY, "Jane Roe, for the Example Post", "Share on Facebook") == [
        *STORY[1:],
        "Jane Roe, for the Example Post",
    ]


def test_lines_in_scripts_without_spaces_are_no_menu() -> None:
    lines = [
        "港口今天再次开放",
        "海军上将星期四访问了港口城市",
        "与市长谈到了援助和训练",
        "三艘船在黎明时启航",
        "城里的人都来到码头看船",
    ]
    lines += ["市长在码头上感谢了他们。", "他们将在星期五离开这里。"]
    draft = read_dump("\n".join(lines))
    assert isinstance(draft, Draft)
    assert [block.text for block in draft.blocks] == lines[1:]


@pytest.mark.parametrize(
    ("line", "day"),
    {
        "Received 3 May 2016; accepted 7 July 2016; published online 18 August 2016": "2016-08-18",
        "Published 18 August 2016, updated 20 August 2016": "2016-08-18",
        "Updated: 20 August 2016 | Published: 18 August 2016": "2016-08-18",
        "Veröffentlicht am 18. August 2016, aktualisiert am 20. August 2016": "2016-08-18",
        "Updated 20 August 2016": "2016-08-20",
        "Accessed: 3 May 2016": None,
        "Printed 3 May 2016": None,
        "Event date: 3 May 2016": None,
        "Received: 3 May 2016": None,
        "Abgerufen am 3. Mai 2016": None,
    }.items(),
)
def test_only_the_date_of_publication_is_one(line: str, day: str | None) -> None:
    draft = read_dump("\n".join([STORY[0], line, *STORY[1:]]))
    assert isinstance(draft, Draft)
    assert next((clue.values[0] for clue in draft.clues if clue.field == "date"), None) == day
