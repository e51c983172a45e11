"""What open pages of a running `serve` are told: by a state that is another one when there is something new."""

from __future__ import annotations

import threading

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.serve.reload_state import ReloadState

WRONG = Diagnostic(Place("data/actors.yml", 2), "bad-value", "this is wrong", "")
ALSO = Diagnostic(Place("data/actors.yml", 1), "bad-value", "this too", "")


def test_what_is_said_of_one_part_of_the_work_takes_the_place_of_what_was_said_of_it() -> None:
    live = ReloadState()
    live.say("data", [WRONG])
    live.say("site", [ALSO])
    assert live.problems == (ALSO, WRONG)
    live.say("data", ())
    assert live.problems == (ALSO,)
    live.say("site", ())
    assert live.problems == ()


def test_the_state_is_another_one_where_something_else_is_wrong_and_only_there() -> None:
    live = ReloadState()
    states = [live.state]
    for problems in ([WRONG], [ALSO, WRONG], []):
        live.say("data", problems)
        live.say("data", problems[::-1])
        states.append(live.state)
        assert live.state == states[-1]
    assert len(set(states)) == 4
    assert {state.rpartition("-")[0] for state in states} == {live.pages}, "the pages are the same all the time"


def test_the_pages_are_others_after_an_edit() -> None:
    live = ReloadState()
    before, state = live.pages, live.state
    live.turn()
    assert live.pages != before and live.state != state


def test_who_waits_is_told_at_once() -> None:
    live = ReloadState()
    for change in (live.turn, lambda: live.say("data", [WRONG]), lambda: live.say("data", ())):
        waiting = threading.Thread(target=live.wait, args=(live.state, 3600), daemon=True)
        waiting.start()
        change()
        waiting.join(60)
        assert not waiting.is_alive()


def test_a_page_of_another_run_is_told_that_there_is_something_new() -> None:
    assert ReloadState().state != ReloadState().state
