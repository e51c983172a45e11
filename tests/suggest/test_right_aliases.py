"""Which other forms of a name are proposed with it: a wrong alias is worse than none."""

from __future__ import annotations

import pytest

from tests.conftest import MakeCollection
from tests.suggest.inbox import suggested

RIGHT = {
    "the beginning, in the same article": (
        ["We wrote to Meridian Systems. In May the Meridian Systems staff left. Then Meridian paid."],
        ("Meridian Systems", "Meridian"),
    ),
    "letters in brackets": (["It was the Hill Farmers Union (HiFU) that paid."], ("Hill Farmers Union", "HiFU")),
    "with and without what a company is": (
        ["It was said that Overland Motors Ltd paid. Then Overland Motors left."],
        ("Overland Motors", "Overland Motors Ltd"),
    ),
}
WRONG = {
    "a place that a newspaper is named for": (
        ["So wrote the Green Harbour Times.", "They met in Green Harbour.", "He lives in Green Harbour."],
        "Green Harbour",
    ),
    "its first word, elsewhere alone": (
        ["It was the Harbour Press that paid. Then Harbour staff left.", "We saw the Harbour staff."],
        "Harbour",
    ),
    "a demonym": (["It was the Soviet Hill Army. They saw the Soviet there. It is Soviet."], "Soviet"),
    "the last word of an organization": (
        ["It was the Green Hill Exchange that paid. They saw Exchange staff there."],
        "Exchange",
    ),
    "a country and any word": (
        ["Then the U.S. Soybean crop failed. They said that Soybean prices fell."],
        "Soybean",
    ),
}


@pytest.mark.parametrize("case", RIGHT)
def test_another_form_of_a_name_is_proposed_with_it(case: str, collection: MakeCollection) -> None:
    bodies, (name, alias) = RIGHT[case]
    found = suggested(collection, *bodies)
    assert alias in found[name].variants, list(found)


@pytest.mark.parametrize("case", WRONG)
def test_what_is_only_part_of_a_name_is_no_alias_of_it(case: str, collection: MakeCollection) -> None:
    bodies, alias = WRONG[case]
    found = suggested(collection, *(f"It rained. {body}" for body in bodies))
    assert alias not in {variant for suggestion in found.values() for variant in suggestion.variants}


def test_mentions_of_a_city_do_not_count_for_the_newspaper_named_for_it(collection: MakeCollection) -> None:
    bodies = ["So wrote the Green Harbour Times.", "They met in Green Harbour.", "He lives in Green Harbour."]
    found = suggested(collection, *(f"It rained. {body}" for body in bodies))
    assert found["Green Harbour Times"].articles == 1


def test_a_beginning_that_stands_alone_elsewhere_is_no_alias_of_an_actor_either(collection: MakeCollection) -> None:
    actors = "novara: {name: Novara Textile Inspectorate, type: government}"
    bodies = ["We asked the Novara Textile Inspectorate. Then Novara Textile paid.", "Now Novara Textile paid."]
    found = suggested(collection, *(f"It rained. {body}" for body in bodies), actors=actors)
    assert found["Novara Textile"].alias_of is None
