"""What linking found in an article as plain data: to be kept in a file, or sent from one process to another."""

from __future__ import annotations

from typing import Any

from mkdocs_dossier import diagnostics
from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.collection import Document, LinkedArticle
from mkdocs_dossier.model.mention import Mention, Rejection

Plain = list[Any]
"""Sentences, mentions, rejections, diagnostics: lists of texts, numbers and lists."""


def as_plain(linked: LinkedArticle, problems: tuple[Diagnostic, ...]) -> Plain:
    """Return what was found in an article, without the article."""
    return [
        [offset for sentence in linked.sentences for offset in sentence],
        [_mention(m) for m in linked.mentions],
        [[r.kind, list(r.keys), r.start, r.end, r.reason] for r in linked.rejections],
        [diagnostics.as_plain(problem) for problem in problems],
    ]


def from_plain(document: Document, plain: Plain) -> tuple[LinkedArticle, tuple[Diagnostic, ...]]:
    """Return what `as_plain` was given."""
    offsets, mentions, rejections, problems = plain
    linked = LinkedArticle(
        document,
        tuple(zip(offsets[::2], offsets[1::2], strict=True)),
        tuple(Mention(*mention) for mention in mentions),
        tuple(Rejection(kind, tuple(keys), start, end, reason) for kind, keys, start, end, reason in rejections),
    )
    return linked, tuple(map(diagnostics.from_plain, problems))


def _mention(m: Mention) -> Plain:
    return [m.kind, m.key, m.start, m.end, m.rule, m.sentence, m.number, m.linked, m.inferred]
