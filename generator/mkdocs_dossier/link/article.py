"""Links one article: its text against the matcher and the date rules, and the article's own overrules above both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from mkdocs_dossier.diagnostics import About, Diagnostic, Place
from mkdocs_dossier.link.actors import SHARED, SHARED_WEAK, NamedHit, RejectedHit, choose_actors
from mkdocs_dossier.link.choose import Covers, TextSpan, is_part, leftmost_longest, span_around, touches
from mkdocs_dossier.link.countries import choose_countries
from mkdocs_dossier.link.date_named_days import BUILT_IN
from mkdocs_dossier.link.date_passages import settle_years
from mkdocs_dossier.link.date_phrases import NamedDay
from mkdocs_dossier.link.dates import MOST, find_dates, has_many_dates
from mkdocs_dossier.link.fold import Folded, fold_text
from mkdocs_dossier.link.lexicon import HIDES, Owner, Owners, spellings
from mkdocs_dossier.link.linkable import linkable_spans
from mkdocs_dossier.link.matcher import Hit, Matcher, is_whole
from mkdocs_dossier.link.sentences import split_sentences
from mkdocs_dossier.link.surnames import PersonName
from mkdocs_dossier.model.collection import Document, LinkedArticle
from mkdocs_dossier.model.mention import DateSpan, Mention, MentionKind, Rejection
from mkdocs_dossier.model.overrule import Overrule
from mkdocs_dossier.model.prose import BLOCK_END, HandLink, Prose

_MOST_SHOWN = 100
"""So many shared names of one article are reported one by one."""

_SHORT_CAPITALS = re.compile(r"[A-Z]{1,3}")


_Named = tuple[int, int, MentionKind, str, str, bool]
"""A mention before its neighbours are known: start, minus its end, kind, key, rule, whether inferred."""

_ORDER = itemgetter(0, 1, 2)
"""By start; the longer one first; then by kind."""


@dataclass(frozen=True, slots=True)
class HandTargets:
    """What an author may name by hand: ids of actors, codes of countries, any date.

    Attributes:
        persons: The persons among the actors, and their names.
        days: Those that name an event.
    """

    actors: frozenset[str]
    persons: Mapping[str, PersonName]
    countries: frozenset[str]
    days: tuple[NamedDay, ...] = BUILT_IN

    def has(self, overrule: Overrule) -> bool:
        known = {"actor": self.actors, "country": self.countries}.get(overrule.kind or "")
        return known is None or overrule.key in known


@dataclass(frozen=True, slots=True)
class Ruled:
    """A place that the article's author decided upon: by hand in the text, or by `mentions:`."""

    start: int
    end: int
    kind: MentionKind | None
    key: str | None
    rule: str


def link_article(
    document: Document, matcher: Matcher, known: HandTargets
) -> tuple[LinkedArticle, tuple[Diagnostic, ...]]:
    """Return the article with everything that its text names."""
    record, prose = document.record, document.prose
    folded = fold_text(prose.text)
    sentences = _sentences(prose, record.lang)
    hits = matcher.hits(folded, elisions=not record.lang.startswith("en"))
    if prose.opaque:
        hits = [hit for hit in hits if not touches(prose.opaque, hit.start, hit.end)]
    crowded = len(hits) > MOST or has_many_dates(prose.text, record.lang)
    hits = list(_in_their_case(_unhidden(hits[:MOST]), prose.text, sentences))
    ruled, problems = _ruled(document, folded, known, hits)
    found = find_dates(prose.text, sentences, record.day, record.lang, known.days)
    spans, unsettled = settle_years(prose, sentences, found, record.day, record.temporal_coverage)
    dated = [(span.start, span.end) for span in found]
    actors, refused_actors, countries, refused_countries = _names(
        document, hits, sentences, ruled, known.persons, dated
    )
    dates = _dates(prose, spans, [*ruled, *actors])
    mentions = _mentions(document, sentences, [*_named(ruled, actors, countries), *dates])
    decided = [(r.start, r.end) for r in ruled]
    refused_dates = [refused for refused in unsettled if not touches(decided, refused.start, refused.end)]
    rejections = _rejections(mentions, refused_actors, refused_countries, refused_dates)
    shared = _shared(refused_actors)[:_MOST_SHOWN]
    told = [*(_ambiguous(document, refused) for refused in shared), *([_crowded(document)] if crowded else [])]
    return LinkedArticle(document, sentences, mentions, rejections), (*problems, *told)


def _sentences(prose: Prose, language: str) -> tuple[TextSpan, ...]:
    """Return the sentences of the text; the title is one, whatever stands in it."""
    title = (0, prose.text.find(BLOCK_END) if BLOCK_END in prose.text else len(prose.text))
    return (title, *[span for span in split_sentences(prose.text, language) if span[0] >= title[1]])


def _unhidden(hits: list[Hit]) -> list[Hit]:
    """Leave out each owner of a hit that lies inside a phrase which hides this owner."""
    hiding: dict[tuple[MentionKind, str], list[TextSpan]] = {}
    for hit in hits:
        for owner in hit.owners.hiding:
            hiding.setdefault((owner.kind, owner.key), []).append((hit.start, hit.end))
    if not hiding:
        return hits
    covers = {owner: Covers(spans) for owner, spans in hiding.items()}
    shown = (hit.of(_shown(hit, covers)) for hit in hits)
    return [hit for hit in shown if hit.owners]


def _shown(hit: Hit, hiding: Mapping[tuple[MentionKind, str], Covers]) -> Owners:
    """Return the owners of a hit but those that a phrase around it hides.

    Args:
        hiding: Such phrases of each owner.
    """
    none = Covers(())
    kept = [
        owner
        for owner in hit.owners
        if owner.rule != HIDES and not hiding.get((owner.kind, owner.key), none).hold(hit.start, hit.end)
    ]
    # The same value where nothing is hidden: it knows already what was worked out of it.
    return hit.owners if len(kept) == len(hit.owners) else Owners(kept)


def _in_their_case(hits: Iterable[Hit], text: str, sentences: tuple[TextSpan, ...]) -> Iterator[Hit]:
    """Leave out `US` and the like where a whole sentence is in capitals: there it may be the word "us".

    Names of one word are in capitals only there; what counts before a hyphen, only before one.
    """
    for hit in hits:
        if hit.owners.are_restricted:
            sentence = span_around(sentences, hit.start, hit.end)
            around = "" if sentence is None else text[slice(*sentence)].strip()
            counts = {"": True, "capitals": " " in around and around.isupper(), "hyphen": _is_joined(text, hit.end)}
            hit = hit.of(Owners([owner for owner in hit.owners if counts[owner.only]]))
            if not hit.owners:
                continue
        if hit.end - hit.start <= 3 and _SHORT_CAPITALS.fullmatch(text, hit.start, hit.end):
            sentence = span_around(sentences, hit.start, hit.end)
            if sentence is not None and sentence[1] - sentence[0] > 8 and text[slice(*sentence)].isupper():
                continue
        yield hit


def _is_joined(text: str, end: int) -> bool:
    return text[end : end + 1] in ("-", "‑", "–") and text[end + 1 : end + 2].isupper()


def _ruled(
    document: Document, folded: Folded, known: HandTargets, hits: list[Hit]
) -> tuple[list[Ruled], tuple[Diagnostic, ...]]:
    """Return what the author decided, and diagnostics for what of it leads nowhere.

    Args:
        hits: A phrase that is only a part of a full name among them is not meant by `mentions:`.
    """
    found: list[Ruled] = []
    problems: list[Diagnostic] = []
    for piece in document.prose.pieces:
        if isinstance(piece, HandLink) and piece.target in known.actors:
            found.append(Ruled(piece.start, piece.end, "actor", piece.target, "hand"))
    by_hand = [(ruled.start, ruled.end) for ruled in found]
    closed = (by_hand, document.prose.opaque)
    names = _full_names(hits) if document.overrules else []
    for overrule, place in document.overrules:
        spans = (span for phrase in spellings(overrule.phrase) for span in _places(phrase, folded))
        places = [span for span in spans if not any(touches(c, *span) for c in closed) and not is_part(names, *span)]
        if not places:
            problems.append(_unused(overrule.phrase, place))
        if known.has(overrule):
            found += (_as_ruled(overrule, start, end) for start, end in places)
    return leftmost_longest(found), tuple(problems)


def _as_ruled(overrule: Overrule, start: int, end: int) -> Ruled:
    return Ruled(start, end, overrule.kind, overrule.key, "overrule")


def _full_names(hits: Iterable[Hit]) -> list[TextSpan]:
    full = (hit for hit in hits if hit.owners.full)
    return [(hit.start, hit.end) for hit in leftmost_longest(full)]


def _places(wanted: str, folded: Folded) -> Iterator[TextSpan]:
    """Yield where a folded phrase stands as whole words."""
    start = folded.text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if is_whole(folded.text, start, end):
            yield folded.original(start), folded.original(end - 1) + 1
        start = folded.text.find(wanted, end)


def _names(
    document: Document,
    hits: list[Hit],
    sentences: tuple[TextSpan, ...],
    ruled: list[Ruled],
    persons: Mapping[str, PersonName],
    dated: list[TextSpan],
) -> tuple[list[NamedHit], list[RejectedHit], list[NamedHit], list[RejectedHit]]:
    spans = [(r.start, r.end) for r in ruled]
    free = [hit for hit in hits if not touches(spans, hit.start, hit.end)] if spans else hits
    # What was ruled counts as named in full: a surname may follow it.
    named = [_as_hit(r) for r in ruled if r.kind == "actor" and r.key is not None]
    of_actors = [hit.of(owners) for hit in free if (owners := hit.owners.actors)]
    of_countries = [hit.of(owners) for hit in free if (owners := hit.owners.countries)]
    countries, refused_countries = choose_countries(of_countries, document, sentences, of_actors)
    in_country = [(c.start, c.end) for c in countries]
    places = [(hit.start, hit.end) for hit in of_countries]
    # `May 2016` is a month, whoever is called May; `Hong` in `Hong Kong` is nobody.
    possible = [hit for hit in of_actors if not _weak_inside(hit, in_country) and not _is_date(hit, dated)]
    if named:
        possible = sorted([*possible, *named])
    actors, refused_actors = choose_actors(possible, document.prose.text, document.record, sentences, persons, places)
    actors = [a for a in actors if not a.shared and not touches(spans, a.start, a.end)]
    inside = [(a.start, a.end) for a in actors if a.owner.key in persons]
    countries = [c for c in countries if not touches(inside, c.start, c.end)]
    return actors, refused_actors, countries, refused_countries


def _as_hit(ruled: Ruled) -> Hit:
    return Hit(ruled.start, ruled.end, Owners((Owner("actor", str(ruled.key), ruled.rule),)))


def _weak_inside(hit: Hit, countries: list[TextSpan]) -> bool:
    """Tell whether only weak names are meant, inside a country's longer name (`Hong` in `Hong Kong`)."""
    return not hit.owners.full and is_part(countries, hit.start, hit.end)


def _is_date(hit: Hit, dated: list[TextSpan]) -> bool:
    """Whether a hit is part of a date, or a month that nobody but a surname is called by (`in May`)."""
    if hit.owners.full:
        return is_part(dated, hit.start, hit.end)
    return span_around(dated, hit.start, hit.end) is not None


def _dates(prose: Prose, spans: Iterable[DateSpan], names: list[Ruled | NamedHit]) -> Iterator[_Named]:
    taken = sorted((name.start, name.end) for name in names)
    for span in spans:
        if not touches(taken, span.start, span.end) and not touches(prose.opaque, span.start, span.end):
            yield span.start, -span.end, "date", span.edtf, span.rule, span.inferred


def _named(ruled: list[Ruled], actors: list[NamedHit], countries: list[NamedHit]) -> Iterator[_Named]:
    for r in ruled:
        if r.kind is not None:
            yield r.start, -r.end, r.kind, str(r.key), r.rule, False
    for found in (actors, countries):
        for start, end, owner, _ in found:
            yield start, -end, owner.kind, owner.key, owner.rule, False


def _mentions(document: Document, sentences: tuple[TextSpan, ...], named: list[_Named]) -> tuple[Mention, ...]:
    """Return all mentions in the order of the text, the sentence of each known, and the first of each key linked."""
    named.sort(key=_ORDER)
    spans = linkable_spans(document.prose)
    starts = [start for start, _ in sentences]
    linked: set[tuple[MentionKind, str]] = set()
    taken = -1
    mentions = []
    for number, (start, minus_end, kind, key, rule, inferred) in enumerate(named, 1):
        end = -minus_end
        first = (kind, key) not in linked and start >= taken and span_around(spans, start, end) is not None
        if first:
            linked.add((kind, key))
            taken = end
        sentence = max(0, bisect_right(starts, start) - 1)
        mentions.append(Mention(kind, key, start, end, rule, sentence, number, first, inferred))
    return tuple(mentions)


def _rejections(
    mentions: tuple[Mention, ...],
    actors: list[RejectedHit],
    countries: list[RejectedHit],
    dates: list[RejectedHit],
) -> tuple[Rejection, ...]:
    """Return what was refused, in the order of the text, but for parts of a mention of the very same thing."""
    if not actors and not countries and not dates:
        return ()
    keys = {key for refused in (*actors, *countries) for key in refused.keys}
    spans: dict[str, list[TextSpan]] = {}
    for m in mentions:
        if m.key in keys:
            spans.setdefault(m.key, []).append((m.start, m.end))
    kinds: tuple[tuple[MentionKind, list[RejectedHit]], ...] = (
        ("actor", actors),
        ("country", countries),
        ("date", dates),
    )
    kept = [
        Rejection(kind, r.keys, r.start, r.end, r.reason)
        for kind, refused in kinds
        for r in refused
        if not all(span_around(spans.get(key, ()), r.start, r.end) is not None for key in r.keys)
    ]
    return tuple(sorted(kept, key=lambda r: (r.start, r.end, r.kind)))


def _shared(refused: Iterable[RejectedHit]) -> list[RejectedHit]:
    """The names that several actors have; of those that several have whom the article names, the first place."""
    told: dict[tuple[str, ...], RejectedHit] = {}
    every = []
    for one in refused:
        if one.reason == SHARED:
            every.append(one)
        elif one.reason == SHARED_WEAK:
            told.setdefault(one.keys, one)
    return sorted([*every, *told.values()], key=lambda one: (one.start, one.end))


def _ambiguous(document: Document, refused: RejectedHit) -> Diagnostic:
    phrase = document.prose.text[refused.start : refused.end]
    message = f"'{phrase}' may be {' or '.join(refused.keys)}; it links to nobody"
    hint = f"add 'mentions: {{\"{phrase}\": {refused.keys[0]}}}' to the front matter, or 'false'"
    about = tuple(About("actor", key, f"'{key}' has the name here", phrase) for key in refused.keys)
    return Diagnostic(_place(document, refused.start), "ambiguous-name", message, hint, about=about)


def _crowded(document: Document) -> Diagnostic:
    message = f"more than {MOST:,} names or dates in one article; those behind them are not looked for"
    return Diagnostic(Place(document.record.origin.path), "heavy-text", message, "cut the article into several")


def _unused(phrase: str, place: Place) -> Diagnostic:
    hint = "remove it, or write the words as they stand in the text"
    return Diagnostic(place, "unused-overrule", f"'mentions' has '{phrase[:80]}', which the text does not", hint)


def _place(document: Document, offset: int) -> Place:
    return Place(document.record.origin.path, *document.prose.place(offset))
