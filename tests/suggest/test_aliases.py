"""Other names of actors that there are: proposed as aliases, and not as new actors."""

from __future__ import annotations

import pytest

from tests.conftest import MakeCollection
from tests.suggest.inbox import suggested

FREIJ = "freij: {name: Fahd Jassem al-Frejj, type: person}"
FARMERS = "farmers: {name: Hill Farmers Union, type: organization}"
CASES = {
    "another transliteration": (FREIJ, "There General Fahad Jasim al-Freij spoke.", "Fahad Jasim al-Freij", False),
    "less of the name": (FREIJ, "There General Fahd al-Freij spoke.", "Fahd al-Freij", False),
    "another script": (
        "lavrov: {name: Sergey Lavrov, type: person}",
        "There minister Сергей Лавров spoke.",
        "Сергей Лавров",
        False,
    ),
    "initials": ("ann: {name: Ann Jane Archer, type: person}", "There was A. J. Archer too.", "A. J. Archer", False),
    "a surname spelled otherwise": (FREIJ, "There Fahd Jassem al-Frejj met us. Only al-Freij spoke.", "al-Freij", True),
    "the first letters": (FARMERS, "We asked the Hill Farmers Union, and the HFU paid.", "HFU", False),
    "letters in brackets": (FARMERS, "We asked the Hill Farmers Union (HiFU) to pay.", "HiFU", False),
    "the words in another order": (
        "mod: {name: Ministry of Defence of Zenda, type: government}",
        "Then the Zenda Defense Ministry paid.",
        "Zenda Defense Ministry",
        False,
    ),
    "the beginning of the name": (
        "inspectorate: {name: Novara Textile Inspectorate, type: government}",
        "We asked the Novara Textile Inspectorate. Then Novara Textile paid.",
        "Novara Textile",
        False,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_another_name_of_an_actor_is_proposed_as_its_alias(case: str, collection: MakeCollection) -> None:
    actors, body, name, weak = CASES[case]
    found = suggested(collection, f"It rained. {body}", actors=actors)
    assert name in found, list(found)
    alias_of = found[name].alias_of
    assert alias_of is not None
    assert (alias_of.actor, alias_of.weak) == (actors.partition(":")[0], weak)
    # What is proposed covers the name, once it is written.
    more = found[name].yaml.removeprefix("- ").strip()
    covered = suggested(collection, f"It rained. {body}", actors=actors.replace("}", f", aliases: [{more}]}}"))
    assert name not in covered


@pytest.mark.parametrize(
    ("actors", "body", "name"),
    [
        ("marta: {name: Marta Archer, type: person, aliases: [M. Archer]}", "There was Mei Archer.", "Mei Archer"),
        ("ann: {name: Ann Archer, type: person}", "There was Bo Archer with Ann Archer.", "Bo Archer"),
        ("ann: {name: Ann Nkosi-Archer, type: person}", "There was Ann Archer.", "Ann Archer"),
        ("a: {name: Zenda Army, type: military}", "It was the Zenda River Army.", "Zenda River Army"),
        (FARMERS, "It was the HFU.", "HFU"),  # no article names both
    ],
)
def test_somebody_else_of_a_like_name_is_a_new_actor(
    actors: str, body: str, name: str, collection: MakeCollection
) -> None:
    found = suggested(collection, f"It rained. {body}", actors=actors)
    assert found[name].alias_of is None


def test_a_private_actor_covers_its_names(collection: MakeCollection) -> None:
    actors = (
        "ann: {name: Ann Archer, type: person, status: draft}\nbo: {name: Bo Baker, type: person, status: withheld}"
    )
    found = suggested(collection, "It rained. We met Ann Archer and Bo Baker. Only Baker spoke.", actors=actors)
    assert "Ann Archer" not in found and "Bo Baker" not in found and "Baker" not in found


def test_a_weak_name_and_a_shared_one_are_covered_though_they_link_to_nobody(collection: MakeCollection) -> None:
    actors = "ann: {name: Ann Archer, type: person}\nbo: {name: Bo Archer, type: person}"
    assert list(suggested(collection, "It rained. We met Archer.", actors=actors)) == []
