"""The terms of the documented core sets, as readers are told them; any other text of a record is told as it is."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import NP_

ACTOR_TYPES = {
    "person": NP_("type of actor", "person"),
    "organization": NP_("type of actor", "organization"),
    "government": NP_("type of actor", "government"),
    "military": NP_("type of actor", "military"),
    "armed-group": NP_("type of actor", "armed group"),
    "party": NP_("type of actor", "party"),
    "media": NP_("type of actor", "media"),
    "company": NP_("type of actor", "company"),
    "other": NP_("type of actor", "other"),
}
EVENT_TYPES = {
    "meeting": NP_("type of event", "meeting"),
    "statement": NP_("type of event", "statement"),
    "agreement": NP_("type of event", "agreement"),
    "appointment": NP_("type of event", "appointment"),
    "deployment": NP_("type of event", "deployment"),
    "attack": NP_("type of event", "attack"),
    "clash": NP_("type of event", "clash"),
    "ceasefire": NP_("type of event", "ceasefire"),
    "aid": NP_("type of event", "aid"),
    "protest": NP_("type of event", "protest"),
    "vote": NP_("type of event", "vote"),
    "other": NP_("type of event", "other"),
}
RELATIONS = {
    "member-of": NP_("relation", "member of"),
    "has-member": NP_("relation", "has member"),
    "subsidiary-of": NP_("relation", "subsidiary of"),
    "has-subsidiary": NP_("relation", "has subsidiary"),
    "commands": NP_("relation", "commands"),
    "commanded-by": NP_("relation", "commanded by"),
    "supplies": NP_("relation", "supplies"),
    "supplied-by": NP_("relation", "supplied by"),
    "ally-of": NP_("relation", "ally of"),
    "opposes": NP_("relation", "opposes"),
    "opposed-by": NP_("relation", "opposed by"),
    "family-of": NP_("relation", "family of"),
}


def say_type(type: str, words: Words) -> str:
    """`armed-group` is an armed group."""
    return _said(type, ACTOR_TYPES, words)


def say_event_type(type: str, words: Words) -> str:
    """Return what a type of event is called."""
    return _said(type, EVENT_TYPES, words)


def say_relation(type: str, words: Words) -> str:
    """Return what a relation is called: `member-of` is member of."""
    return _said(type, RELATIONS, words)


def _said(term: str, core: Mapping[str, tuple[str, str]], words: Words) -> str:
    known = core.get(term)
    return term.replace("-", " ") if known is None else words.pgettext(*known)
