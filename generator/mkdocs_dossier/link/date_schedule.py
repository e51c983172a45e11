"""Plans: the present tense of a schedule (`parliament votes on Friday`), and plans that were given up.

A title has the present tense for what has happened: `Rebels open road on Friday` is past.
"""

from __future__ import annotations

import re

from mkdocs_dossier.link.date_phrases import GAP, WEEKDAYS, Scene

SCHEDULE = frozenset(
    "begins starts opens ends closes resumes expires meets votes leaves departs arrives flies travels convenes "
    "reconvenes returns".split()
)
"""Verbs that, in the present tense, tell what is to come."""

_PRESENT = re.compile(
    rf"\b(?:{'|'.join(sorted(SCHEDULE))}|sets{GAP}out|heads{GAP}(?:to|for)|comes{GAP}into{GAP}(?:force|effect)"
    rf"|goes{GAP}(?:to{GAP}the{GAP}polls|on{GAP}(?:trial|sale|show|strike)|into{GAP}effect)|(?:is|are)(?={GAP}(?:on{GAP})?\Z))"
    rf"(?:{GAP}[\w’'-]+){{0,4}}{GAP}?\Z"
)
_PLURAL = re.compile(
    rf"\b(?:[A-Za-z]+s|[Tt]hey|[Ww]e){GAP}(?:meet|vote|convene|depart|leave|arrive|resume){GAP}(?:[a-z]+{GAP}){{0,3}}\Z"
)
_PLANNED = re.compile(
    rf"\b(?P<perfect>(?:had|have|has){GAP}been{GAP})?(?:planned|scheduled|set|due|slated|called|expected)"
    rf"{GAP}(?:[\w’'-]+{GAP}){{0,4}}\Z"
)
_GIVEN_UP = re.compile(
    rf"\b(?:cancell?ed|called{GAP}off|put{GAP}(?:off|back)|postponed|delayed|scrapped|dropped|adjourned|extended|deferred"
    rf"|rescheduled|suspended|abandoned)\b"
)
_FORMERLY = re.compile(r"\b(?:initially|originally|previously|first)\b")
_OF_SCHEDULES = SCHEDULE | frozenset(
    "sets heads comes goes is are meet vote convene depart leave arrive resume".split()
)
_OF_PLANS = frozenset("planned scheduled set due slated called expected".split())
"""Without one of these there is nothing to look closer at."""

_REACH = 60
_MARKS = ".!?…"
_CLOSERS = "\"'”’»)]"
_WEEKDAY = re.compile("|".join(WEEKDAYS))


def is_headline(scene: Scene) -> bool:
    """Whether the sentence is a title, a heading or a caption: it ends without a mark."""
    last = scene.text[scene.end - 1]
    return last not in _MARKS and (last not in _CLOSERS or scene.text[scene.end - 2] not in _MARKS)


def is_scheduled(scene: Scene, start: int) -> bool:
    """Whether the verb right before the phrase at `start` tells by its present tense what is to come."""
    first = max(scene.start, start - _REACH)
    if _OF_SCHEDULES.isdisjoint(scene.text[first:start].split()):
        return False
    before = _PRESENT.search(scene.text, first, start) or _PLURAL.search(scene.text, first, start)
    return before is not None and not is_headline(scene)


def is_given_up(scene: Scene, start: int, end: int) -> bool:
    """Whether the phrase tells of a plan that came to nothing: `The vote planned for Saturday was cancelled`.

    Where a second day is named, that one tells what became of it.
    """
    first = max(scene.start, start - _REACH)
    if _OF_PLANS.isdisjoint(scene.text[first:start].split()):
        return False
    planned = _PLANNED.search(scene.text, first, start)
    if planned is None or _FORMERLY.search(scene.text, scene.start, start):
        return False
    if _WEEKDAY.search(scene.text, scene.start, start) or _WEEKDAY.search(scene.text, end, scene.end):
        return False
    return planned["perfect"] is not None or _GIVEN_UP.search(scene.text, scene.start, scene.end) is not None
