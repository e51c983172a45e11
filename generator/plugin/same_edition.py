"""Whether an edit under `mkdocs serve` concerns any page."""

from __future__ import annotations

from dataclasses import fields

from generator.build import Edition
from generator.plugin.inbox import has_same_names


def is_same(one: Edition, other: Edition) -> bool:
    """Whether what pages are made of is the very same."""
    mine, others = one.site.collection, other.site.collection
    return (
        all(
            getattr(mine, field.name) is getattr(others, field.name)
            for field in fields(mine)
            if field.name != "pictures"
        )
        and mine.pictures == others.pictures  # by names that tell what they hold
        and one.site.index.corpus.articles is other.site.index.corpus.articles
        and one.site.atlas is other.site.atlas
        and one.renderer is other.renderer
        and one.good is other.good
        and one.problems == other.problems
        and has_same_names(one, other)
    )
