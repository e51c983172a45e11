"""Adds to diagnostics the places of the records that they are about: these are known only when all files have been
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mkdocs_dossier.diagnostics import About, Diagnostic, Place
from mkdocs_dossier.model.ids import slug
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.validate.record import locate
from mkdocs_dossier.validate.records import Records


def with_places(problems: Iterable[Diagnostic], records: Records) -> Iterator[Diagnostic]:
    """Yield the diagnostics with the places of all records that they are about."""
    for problem in problems:
        if problem.about:
            places = tuple((_place(about, records), about.says) for about in problem.about)
            problem = replace(problem, related=(*problem.related, *places), about=())
        yield problem


def _place(about: About, records: Records) -> Place:
    """Return the place of the name that is meant, else that of the record."""
    record_set = records.record_set(about.kind)
    record = record_set.records.get(about.id)
    if about.name and isinstance(record, Actor):
        wanted, tree = slug(about.name), record_set.trees[about.id]
        for number, alias in enumerate(record.aliases):
            if slug(alias.name) == wanted:
                return locate(tree, ("aliases", number))
        return locate(tree, ("name",))
    return record_set.place_of(about.id)
