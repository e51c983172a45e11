"""What a process does when it is told to end (SIGTERM: `kill`, a container that stops, a cancelled workflow)."""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType


def clean_up_on_termination() -> None:
    """End as at Ctrl-C, so that folders which are there for the time of a run are removed.

    Whoever has a handler of their own keeps it, and so does a program's thread. Workers that are forked end at once:
    what lies on the disk is their parent's.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        return
    ours = os.getpid()

    def end(number: int, frame: FrameType | None) -> None:
        del frame
        if os.getpid() != ours:
            os._exit(128 + number)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # not again, in the midst of it
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, end)
