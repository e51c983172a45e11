"""The maps: where a country lies, where events happened, who of the world is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import combinations
from math import hypot
from xml.etree import ElementTree

import pytest

from mkdocs_dossier.model.shape import Atlas, Point
from mkdocs_dossier.pages.svg.labels import text_width
from mkdocs_dossier.pages.svg.maps import event_map as event_map_module
from mkdocs_dossier.pages.svg.maps import locator_map as locator_map_module
from mkdocs_dossier.pages.svg.maps import world_map as world_map_module
from mkdocs_dossier.pages.svg.maps.dots import Dot
from mkdocs_dossier.pages.svg.maps.land import BORDERS
from mkdocs_dossier.pages.svg.maps.locator_map import draw_locator
from mkdocs_dossier.pages.svg.maps.world_map import Shaded
from mkdocs_dossier.read.shapes import built_in_atlas
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check

event_map = partial(event_map_module.event_map, words=words_in("en"))
locator_map = partial(locator_map_module.locator_map, words=words_in("en"))
world_map = partial(world_map_module.world_map, words=words_in("en"))

SHAPES = built_in_atlas()
TERRITORIES = built_in_territories()
HOSTILE = 'A "><script>alert(1)</script> `{{ x }}` \u202e\n# [b](c)'

NAMED = dict(
    zip(
        "SY CN RU US TR IR IQ IL GB SA LB JO CH FR DE QA UA PS KR EG MT VA FJ".split(),
        (97, 64, 61, 55, 40, 22, 12, 9, 9, 9, 8, 7, 7, 6, 5, 4, 4, 3, 2, 2, 1, 1, 1),
        strict=True,
    )
)


def _dot(place: str, latitude: float, longitude: float, title: str = "", **fields: object) -> Dot:
    """An event of 14 August 2016."""
    day = date(2016, 8, 14)
    url = f"../events/{(title or place).lower().replace(' ', '-')}.md"
    given: dict[str, object] = {"when_first": day, "when_last": day, "place": place, **fields}
    return Dot(title or f"Meeting in {place}", url, latitude, longitude, **given)  # type: ignore[arg-type]


SYRIA = (
    _dot("Damascus", 33.5102, 36.29128, "Talks"),
    _dot("Damascus", 33.5102, 36.29128, "Agreement"),
    _dot("Aleppo", 36.20124, 37.16117, "Strike", when_last=date(2016, 8, 16)),
    *(_dot("Manbij", 36.52815, 37.95494, f"Clash {number}") for number in range(1, 10)),
    _dot("Al-Hasakah", 36.50237, 40.74772, "Truce", unsure=True),
    _dot("Deir ez-Zor", 35.33588, 40.14084, "Airdrops", precision="region"),
)


def _tree(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def _marks(picture: str) -> list[ElementTree.Element]:
    return list(_tree(picture).iter("a"))


def _titles(picture: str) -> list[str]:
    return [mark[0].text or "" for mark in _marks(picture)]


def _rings(data: str) -> Iterator[list[Point]]:
    """The rings of a path of relative steps."""
    for ring in data.split("M")[1:]:
        numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", ring)]
        x, y = numbers[:2]
        points = [(x, y)]
        for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + step_x, y + step_y
            points.append((x, y))
        yield points


def _points(picture: str) -> Iterator[Point]:
    """Every point of a picture: of paths, and the edges of discs and rings."""
    tree = _tree(picture)
    for shape in tree.iter("path"):
        if shape.attrib.get("class") != "ground":
            for ring in _rings(shape.attrib["d"]):
                yield from ring
    for disc in (*tree.iter("circle"), *tree.iter("ellipse")):
        x, y = float(disc.attrib["cx"]), float(disc.attrib["cy"])
        wide, high = (float(disc.attrib.get(name, disc.attrib.get("r", ""))) for name in ("rx", "ry"))
        yield from ((x - wide, y - high), (x + wide, y + high))


def _assert_inside(picture: str) -> None:
    frame = _tree(picture)[0].attrib
    width, height = float(frame["width"]), float(frame["height"])
    assert frame["viewBox"] == f"0 0 {frame['width']} {frame['height']}"
    for x, y in _points(picture):
        assert -0.05 <= x <= width + 0.05 and -0.05 <= y <= height + 0.05, (x, y)


def _locator(code: str) -> str:
    territory = TERRITORIES[code]
    return locator_map(SHAPES, code, territory.name)


def _here(picture: str) -> list[list[Point]]:
    """The rings of the country that a map is about."""
    (shape,) = [shape for shape in _tree(picture).iter("path") if shape.attrib["class"] == "here"]
    return list(_rings(shape.attrib["d"]))


# --- Where a country lies


def test_every_territory_has_a_light_locator_map_with_nothing_outside_it() -> None:
    for code in TERRITORIES:
        picture = _locator(code)
        assert len(picture.encode()) < 8_000, code
        assert _here(picture), code
        _assert_inside(picture)


@pytest.mark.parametrize("code", ["SY", "MT", "FJ", "RU"])
def test_locator_maps_look_as_they_did(code: str, refresh: bool) -> None:
    check(f"locator-{code.lower()}", _locator(code), refresh)


def test_a_country_stands_in_the_middle_of_its_neighbours() -> None:
    picture = _locator("SY")
    points = [point for ring in _here(picture) for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(150, abs=3)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(110, abs=3)
    assert 80 < max(xs) - min(xs) < 200
    assert 'aria-label="Map: where Syria lies"' in picture and 'role="img"' in picture
    assert BORDERS in picture


@pytest.mark.parametrize("code", ["RU", "FJ", "NZ", "AQ", "US", "KI"])
def test_a_country_on_both_sides_of_180_degrees_is_in_one_piece(code: str) -> None:
    points = [point for ring in _here(_locator(code)) for point in ring]
    # A map that breaks it in two has a part at its left edge and another at its right edge.
    xs = [x for x, _ in points]
    assert min(xs) > 5 and max(xs) < 295


@pytest.mark.parametrize(("code", "ringed"), [("VA", True), ("NR", True), ("KI", True), ("SY", False), ("RU", False)])
def test_a_country_too_small_to_see_has_a_ring_around_it(code: str, ringed: bool) -> None:
    picture = _locator(code)
    assert ('class="ring"' in picture) is ringed
    if ringed:
        (ring,) = _tree(picture).iter("ellipse")
        x, y, wide, high = (float(ring.attrib[name]) for name in ("cx", "cy", "rx", "ry"))
        points = [point for here in _here(picture) for point in here]
        assert all(((px - x) / wide) ** 2 + ((py - y) / high) ** 2 <= 1.05 for px, py in points)


def test_lesotho_is_seen_inside_south_africa() -> None:
    land = [shape for shape in _tree(_locator("ZA")).iter("path") if shape.attrib["class"] == "land"]
    country = max(_here(_locator("ZA")), key=len)
    xs, ys = [x for x, _ in country], [y for _, y in country]
    inside = [
        ring
        for ring in _rings(land[0].attrib["d"])
        if min(xs) < min(x for x, _ in ring) and max(x for x, _ in ring) < max(xs)
        if min(ys) < min(y for _, y in ring) and max(y for _, y in ring) < max(ys)
    ]
    assert inside


def test_a_territory_without_a_shape_is_a_ring_at_its_coordinates() -> None:
    drawn = draw_locator(SHAPES, "X1", 36.0, -8.5)
    picture = locator_map(Atlas({}, {"X1": drawn}), "X1", "Atlantis")
    (ring,) = _tree(picture).iter("ellipse")
    assert (float(ring.attrib["cx"]), float(ring.attrib["cy"])) == (150, 110)
    _assert_inside(picture)


def test_where_nothing_says_where_it_is_there_is_no_map() -> None:
    assert locator_map(SHAPES, "X1", "Atlantis") == ""
    assert locator_map(SHAPES, "", "Nowhere") == ""


@pytest.mark.parametrize("code", ["SY", "NR"])
def test_the_maps_that_pages_take_are_those_that_the_tool_draws(code: str) -> None:
    territory = TERRITORIES[code]
    assert SHAPES.locators[code] == draw_locator(SHAPES, code, territory.latitude, territory.longitude)


# --- Where events happened


def test_the_map_of_events_looks_as_it_did(refresh: bool) -> None:
    check("event-map", event_map(SHAPES, SYRIA, "Events in Syria, August 2016", ("SY",)), refresh)


def test_each_dot_is_a_link_with_its_days_after_its_address() -> None:
    picture = event_map(SHAPES, SYRIA, "Events in Syria")
    assert (
        '<a href="../events/strike.md" data-from="2016-08-14" data-to="2016-08-16"><title>Strike</title><circle'
        in picture
    )
    assert len(re.findall("<a ", picture)) == len(re.findall('<a href="[^"]+" data-from="', picture)) == 6
    assert 'role="group"' in picture and 'aria-label="Events in Syria"' in picture and BORDERS in picture
    _assert_inside(picture)


def test_many_events_at_one_place_are_one_dot_with_their_number_and_all_titles() -> None:
    (many,) = [mark for mark in _marks(event_map(SHAPES, SYRIA, "")) if mark.attrib["href"] == "../events/clash-1.md"]
    assert many[0].text == "9 events: " + "; ".join(f"Clash {number}" for number in range(1, 10))
    assert many[-1].text == "9"


def test_a_title_names_at_most_thirty_events() -> None:
    dots = [_dot("Manbij", 36.5, 37.9, f"Clash {number}") for number in range(1, 102)]
    (title,) = _titles(event_map(SHAPES, dots, ""))
    assert title.startswith("101 events: Clash 1; Clash 2; ")
    assert title.endswith("; Clash 30; and 71 more")


def test_a_dot_that_its_caller_has_counted_shows_that_number() -> None:
    (mark,) = _marks(event_map(SHAPES, [_dot("Aleppo", 36.2, 37.2, "Aleppo: 12 events", count=12)], ""))
    assert (mark[0].text, mark[-1].text) == ("Aleppo: 12 events", "12")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 6, 9, 40])
def test_no_two_dots_are_too_close_to_be_hit(number: int) -> None:
    dots = [*SYRIA, *(_dot("Homs", 34.7 + n % 3 / 30, 36.7 + n % 5 / 20, f"Event {n}") for n in range(number))]
    picture = event_map(SHAPES, dots, "")
    middles = [(float(disc.attrib["cx"]), float(disc.attrib["cy"])) for mark in _marks(picture) for disc in mark[1:2]]
    assert all(hypot(x1 - x0, y1 - y0) > 23.8 for (x0, y0), (x1, y1) in combinations(middles, 2))
    _assert_inside(picture)


def test_an_unsure_event_is_hollow_and_a_region_is_large_and_hollow() -> None:
    discs = {mark.attrib["href"]: mark[-1].attrib for mark in _marks(event_map(SHAPES, SYRIA, ""))}
    strike, truce, airdrops = (discs[f"../events/{name}.md"] for name in ("strike", "truce", "airdrops"))
    assert "class" not in strike
    assert truce["class"] == airdrops["class"] == "unsure"
    assert float(airdrops["r"]) > float(truce["r"]) == float(strike["r"])


def test_one_city_is_shown_in_its_whole_country() -> None:
    picture = event_map(SHAPES, [_dot("Istanbul", 41.0, 28.9)], "", ("TR",))
    xs = [x for ring in _here(picture) for x, _ in ring]
    ys = [y for ring in _here(picture) for _, y in ring]
    assert min(xs) > 10 and max(xs) < 630 and min(ys) > 10 and max(ys) < 410


def test_a_city_in_a_very_large_country_is_shown_in_a_part_of_it() -> None:
    picture = event_map(SHAPES, [_dot("Moscow", 55.75, 37.62)], "", ("RU",))
    (x, y) = next(iter((float(disc.attrib["cx"]), float(disc.attrib["cy"])) for disc in _tree(picture).iter("circle")))
    assert (x, y) == (pytest.approx(320, abs=60), pytest.approx(210, abs=40))
    assert max(x for ring in _here(picture) for x, _ in ring) == 640
    kaliningrad = [ring for ring in _here(picture) if max(x for x, _ in ring) < 200]
    assert kaliningrad


def test_dots_around_the_180th_meridian_lie_beside_each_other() -> None:
    picture = event_map(SHAPES, [_dot("Suva", -18.1, 178.4), _dot("Apia", -13.8, -171.8)], "", ("FJ",))
    suva, apia = (float(mark[1].attrib["cx"]) for mark in _marks(picture))
    assert 60 < suva < apia < 580
    assert "Suva" in _text(picture) and "Apia" in _text(picture)


def test_dots_more_than_half_the_world_apart_are_shown_on_the_map_of_the_world() -> None:
    dots = [_dot("New York", 40.7, -74.0), _dot("Madrid", 40.4, -3.7), _dot("Beijing", 39.9, 116.4)]
    picture = event_map(SHAPES, dots, "")
    places = [(float(mark[1].attrib["cx"]), float(mark[1].attrib["cy"])) for mark in _marks(picture)]
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    # There, and not on a map of a part of the globe, a parallel is a straight line.
    assert max(y for _, y in places) - min(y for _, y in places) < 5
    assert len(picture.encode()) < 25_000
    _assert_inside(picture)


def test_dots_everywhere_give_a_map_with_nothing_outside_it() -> None:
    dots = [
        _dot(f"{latitude} {longitude}", latitude, longitude)
        for latitude in range(-90, 91, 30)
        for longitude in range(-180, 181, 40)
    ]
    for dot in dots:
        _assert_inside(event_map(SHAPES, [dot], ""))
    spread = event_map(SHAPES, [dot for dot in dots if -60 < dot.latitude < 80], "")
    _assert_inside(spread)
    assert sum(int(mark[-1].text or 1) for mark in _marks(spread)) == 40


def _text(picture: str) -> list[str]:
    """The names on a map."""
    return [text.text or "" for text in _tree(picture).iter("text") if text.attrib.get("class") != "on"]


def test_at_most_eight_places_are_named_and_each_once() -> None:
    assert sorted(_text(event_map(SHAPES, SYRIA, ""))) == ["Al-Hasakah", "Aleppo", "Damascus", "Deir ez-Zor", "Manbij"]
    many = [_dot(f"Town {n}", 32 + n // 5 * 1.3, 30 + n % 5 * 3.0, f"Event {n}") for n in range(25)]
    assert len(_text(event_map(SHAPES, many, ""))) == 8
    twice = [_dot("Tripoli", 34.44, 35.85, "Talks"), _dot("Tripoli", 32.89, 13.19, "Attack")]
    assert _text(event_map(SHAPES, twice, "")) == ["Tripoli"]


def test_no_name_lies_on_another_or_runs_off_the_map() -> None:
    many = [_dot(f"A long name {n}", 32 + n // 5 * 0.6, 30 + n % 5 * 1.5, f"Event {n}") for n in range(25)]
    boxes = []
    for text in _tree(event_map(SHAPES, many, "")).iter("text"):
        x, y, wide = float(text.attrib["x"]), float(text.attrib["y"]), text_width(text.text or "", 13)
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[text.attrib.get("text-anchor", "start")]
        boxes.append((left, y - 11, left + wide, y + 3))
    assert len(boxes) > 3
    assert all(left > 0 and right < 640 and top > 0 and bottom < 420 for left, top, right, bottom in boxes)
    for (l0, t0, r0, b0), (l1, t1, r1, b1) in combinations(boxes, 2):
        assert r0 <= l1 or r1 <= l0 or b0 <= t1 + 1 or b1 <= t0 + 1


def test_a_place_without_a_name_has_a_dot_all_the_same() -> None:
    picture = event_map(SHAPES, [_dot("", 33.5, 36.3, "Talks")], "")
    assert _titles(picture) == ["Talks"] and _text(picture) == []


# --- The world


def _shaded(counts: dict[str, int]) -> list[Shaded]:
    return [
        Shaded(code, TERRITORIES[code].name, f"countries/{code.lower()}.md", number) for code, number in counts.items()
    ]


def test_the_map_of_the_world_looks_as_it_did(refresh: bool) -> None:
    check("world-map", world_map(SHAPES, _shaded(NAMED), "Countries by the articles that name them"), refresh)


def test_each_shaded_country_is_one_link_those_named_most_first() -> None:
    picture = world_map(SHAPES, _shaded(NAMED), "Countries")
    titles = _titles(picture)
    assert titles[:2] == ["Syria: named in 97 articles", "China: named in 64 articles"]
    assert "Malta: named in 1 article" in titles
    assert len(titles) == len(NAMED) and all(len(mark) == 2 for mark in _marks(picture))
    assert picture.count('class="land"') == 1
    assert BORDERS in picture and 'role="group"' in picture
    _assert_inside(picture)


def test_the_level_of_a_country_follows_its_count() -> None:
    tree = _tree(world_map(SHAPES, _shaded(NAMED), ""))
    level = {mark[0].text: group.attrib["class"] for group in tree.iter("g") for mark in group}
    assert level["Syria: named in 97 articles"] == "l5"
    assert level["Malta: named in 1 article"] == "l1"
    assert list(level.values()) == sorted(level.values(), reverse=True)


def test_a_country_too_small_to_hit_is_a_disc_at_its_place() -> None:
    discs = {mark[0].text: mark[1] for mark in _marks(world_map(SHAPES, _shaded(NAMED), ""))}
    malta, fiji, china = (
        next(drawn for title, drawn in discs.items() if title and title.startswith(name))
        for name in ("Malta", "Fiji", "China")
    )
    assert malta.tag == fiji.tag == "circle" and china.tag == "path"
    assert float(malta.attrib["r"]) >= 3.5
    assert float(malta.attrib["cx"]) < 520 < 880 < float(fiji.attrib["cx"])


def test_antarctica_is_left_out() -> None:
    counts = {"AQ": 5, "SY": 2}
    assert _titles(world_map(SHAPES, _shaded(counts), "")) == ["Syria: named in 2 articles"]


def test_a_territory_without_a_shape_or_a_count_is_left_out() -> None:
    shaded = [Shaded("X1", "Atlantis", "countries/atlantis.md", 4), Shaded("SY", "Syria", "countries/syria.md", 0)]
    assert _titles(world_map(SHAPES, shaded, "")) == []


def test_the_map_of_the_world_is_light() -> None:
    some = {code: 1 + number for number, code in enumerate(sorted(TERRITORIES)) if number % 3 == 0}
    assert len(world_map(SHAPES, _shaded(some), "").encode()) < 45_000
    every = {code: 1 + number for number, code in enumerate(sorted(TERRITORIES))}
    picture = world_map(SHAPES, _shaded(every), "")
    assert len(_titles(picture)) == 249
    assert len(picture.encode()) < 48_000


# --- All of them


def test_without_shapes_there_are_no_maps() -> None:
    none = Atlas({}, {})
    assert locator_map(none, "SY", "Syria") == ""
    assert event_map(none, SYRIA, "Events") == ""
    assert world_map(none, _shaded(NAMED), "Countries") == ""


def test_without_dots_there_is_no_map_of_events() -> None:
    assert event_map(SHAPES, [], "Events") == ""


def _hostile() -> Sequence[str]:
    dot = Dot(HOSTILE, 'x.md"><b>', 33.5, 36.3, date(2016, 8, 14), date(2016, 8, 14), place=HOSTILE)
    return (
        locator_map(SHAPES, "SY", HOSTILE),
        event_map(SHAPES, [dot, dot], HOSTILE),
        world_map(SHAPES, [Shaded("SY", HOSTILE, 'x.md"><b>', 3)], HOSTILE),
    )


@pytest.mark.parametrize("picture", _hostile(), ids=["locator", "events", "world"])
def test_a_name_cannot_break_out_of_a_map_or_of_its_line(picture: str) -> None:
    tags = {element.tag for element in _tree(picture).iter()}
    assert tags <= {"figure", "svg", "rect", "path", "circle", "ellipse", "g", "a", "title", "text", "figcaption"}
    assert "\n" not in picture and "<script" not in picture and "{{" not in picture
    assert "style=" not in picture and " id=" not in picture
