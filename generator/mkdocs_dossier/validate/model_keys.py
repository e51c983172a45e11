"""Knows which keys a mapping of a file may have: the fields of its model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, get_args

from mkdocs_dossier.model.near_names import Suggestions
from mkdocs_dossier.model.records import RESERVED, Part

Model = type[Part]


def keys_of(model: Model) -> list[str]:
    """Return the keys that users may write."""
    return [info.alias or name for name, info in model.model_fields.items() if name not in RESERVED]


def model_of(model: Model, key: str) -> Model | None:
    """Return the model of the mappings at a key, alone or in a list; None where any keys may stand, or none."""
    infos = {info.alias or name: info for name, info in model.model_fields.items()}
    return _inner_model(infos[key].annotation) if key in infos else None


def model_at(model: Model, location: Sequence[str | int]) -> Model | None:
    """Return the model of the mapping at `location` in a record of `model`."""
    current: Model | None = model
    for part in location:
        if isinstance(part, str) and current is not None:
            current = model_of(current, part)
    return current


@lru_cache(maxsize=1 << 10)
def key_meant(model: Model, key: str) -> str | None:
    """Return the key that `key` is, or nearly is; None where it is near to none, or to several."""
    known = keys_of(model)
    if key in known:
        return key
    nearest = Suggestions(known).nearest(key[:100])
    return nearest[0][1] if len(nearest) == 1 else None


def _inner_model(annotation: Any) -> Model | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part))), None)
