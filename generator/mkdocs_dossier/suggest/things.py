"""Names of what is no actor: places, events, works, by the word that says so."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_dossier.suggest.clues import PLACE, THING
from mkdocs_dossier.suggest.heads import head_type

_PLACES = frozenset(
    """river sea ocean lake mountain mountains mount valley strait gulf bay cape island islands desert peninsula
    province governorate district county city town village airport airbase harbour harbor port bridge street road
    avenue square boulevard highway canal dam crossing gate hill hills heights coast region territory territories
    plain plains forest beach basin delta straits archipelago stadium palace hospital hotel camp base field fields
    quarter""".split()
)
_THINGS = frozenset(
    """war wars agreement treaty accord accords pact convention resolution protocol act law charter declaration
    olympics games championship cup prize award festival summit conference revolution uprising spring intifada
    operation battle massacre siege crisis day week year eve eid holiday christmas storm hurricane report plan
    doctrine initiative order regulation directive amendment constitution bible koran quran dollar euro missile
    rifle tank aircraft fighter jet""".split()
)


_OPENS_PLACES = frozenset("mount lake cape port fort river camp gulf bay strait isle tell wadi jebel san santa".split())
_OPENS_THINGS = frozenset("operation treaty eid battle hurricane typhoon war resolution".split())
_REGIONS = frozenset(
    """asia europe africa america americas eurasia oceania antarctica arctic atlantic pacific mediterranean baltic
    balkans caucasus sahel maghreb levant scandinavia kurdistan caribbean siberia anatolia mesopotamia himalayas
    sahara""".split()
)


def thing_word(words: Sequence[str]) -> tuple[str, str] | None:
    """Return whether a name is one of a place or of a thing, and the word that says so; None where none does."""
    low = [word.lower() for word in words]
    if len(low) > 1:
        if low[-1] in _PLACES or (low[0] in _OPENS_PLACES and head_type(words) is None):
            return PLACE, words[-1 if low[-1] in _PLACES else 0]
        if low[-1] in _THINGS or low[0] in _OPENS_THINGS:
            return THING, words[-1 if low[-1] in _THINGS else 0]
    if (low[-1] in _REGIONS and head_type(words) is None) or low == ["middle", "east"]:
        return PLACE, words[-1]
    if any(letter.isdigit() for letter in words[-1]):
        return THING, words[-1]
    return None
