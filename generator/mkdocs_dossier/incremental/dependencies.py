"""What a page rests on: the questions that were asked while it was made, so that the next build asks them again.

A class of views declares what may be asked: each method under `@accessor` is one question. Asking it records it, as a
`Dependency`. A page whose questions are all answered as before is the page that is there already.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


Dependency = tuple[str, tuple[str | int, ...]]
"""A question: the accessor's name, and what it was asked about (texts and numbers, so that it can be kept)."""

Recorder = Callable[[Dependency], object]
"""Takes each question in the moment in which it is asked: `set.add`, for example."""


class RecordingView:
    """The base of views: whoever holds one can ask its accessors, and there is nothing else to ask."""

    __slots__ = ("_record",)

    def __init__(self, record: Recorder) -> None:
        self._record = record


def accessor(answer: F) -> F:
    """Declare a method of a view as a question that records itself. Its arguments are given by position.

    The answer must be a frozen value. Where there is nothing to tell, it is None or empty, or the accessor raises
    `KeyError`.
    """
    return _recorded(answer, answer.__name__)


def rests_on(name: str) -> Callable[[F], F]:
    """Declare a question whose answer follows from that of the accessor `name` to the same arguments.

    That one is recorded in its place: for what takes long to work out, and never changes without it.
    """

    def declared(answer: F) -> F:
        asked = _recorded(answer, name)
        asked.recorded_as = name  # type: ignore[attr-defined]
        return asked

    return declared


def _recorded(answer: F, name: str) -> F:
    @wraps(answer)
    def asked(view: RecordingView, *arguments: Any) -> Any:
        view._record((name, arguments))
        return answer(view, *arguments)

    asked.is_accessor = True  # type: ignore[attr-defined]
    return cast("F", asked)


def accessors(view: type[RecordingView]) -> tuple[str, ...]:
    """Return the names of all that can be asked of a view."""
    return tuple(name for name, value in vars(view).items() if getattr(value, "is_accessor", False))


def ask_again(view: RecordingView, dependency: Dependency) -> Any:
    """Return what `view` answers to a recorded question now; None where there is no such thing any more."""
    name, arguments = dependency
    try:
        return getattr(view, name)(*arguments)
    except KeyError:
        return None
