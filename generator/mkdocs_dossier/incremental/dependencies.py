"""Records what a page depends on: the questions that it asked of the site while it was made.

A class of views declares what may be asked: each method under `@accessor` is one question. Asking it records a
`Dependency`, its name and arguments. The next build asks the same questions again; where all answers are the same as
before, the page is kept as it is.
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
    """The base class of views. A page that holds a view can ask its accessors, and reach nothing else."""

    __slots__ = ("_record",)

    def __init__(self, record: Recorder) -> None:
        self._record = record


def accessor(answer: F) -> F:
    """Turn a method of a view into a question that records itself. Callers give its arguments by position.

    The answer must be a frozen value. Where there is nothing to tell, it is None or empty, or the accessor raises
    `KeyError`.
    """
    return _recorded(answer, answer.__name__)


def rests_on(name: str) -> Callable[[F], F]:
    """Turn a method into a question that is recorded as the accessor `name` with the same arguments.

    This is for an answer that takes long to work out and that follows from the other one: asking that one again is
    enough to know that this one has not changed.
    """

    def declared(answer: F) -> F:
        asked = _recorded(answer, name)
        asked.recorded_as = name  # type: ignore[attr-defined]
        return asked

    return declared


def _recorded(answer: F, name: str) -> F:
    @wraps(answer)
    def asked(view: RecordingView, *arguments: Any) -> Any:
        # Recorded before it is answered: that there is no such thing is an answer too, and it may change.
        view._record((name, arguments))
        return answer(view, *arguments)

    asked.is_accessor = True  # type: ignore[attr-defined]
    return cast("F", asked)


def accessors(view: type[RecordingView]) -> tuple[str, ...]:
    """Return the names of all accessors of a view."""
    return tuple(name for name, value in vars(view).items() if getattr(value, "is_accessor", False))


def ask_again(view: RecordingView, dependency: Dependency) -> Any:
    """Return the present answer to a recorded question; None if what it is about is no longer there."""
    name, arguments = dependency
    try:
        return getattr(view, name)(*arguments)
    except KeyError:
        return None
