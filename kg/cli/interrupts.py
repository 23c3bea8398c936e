"""Ctrl-C that can't get lost: a KeyboardInterrupt that falls into a callback of C code is forgotten there."""

from __future__ import annotations

import signal
from threading import Event, current_thread, main_thread
from types import FrameType

_ASKED = Event()


def watch() -> None:
    """Remember Ctrl-C besides raising KeyboardInterrupt at once, from here on."""
    _ASKED.clear()
    if current_thread() is main_thread():
        signal.signal(signal.SIGINT, _note)


def check() -> None:
    """Raise the KeyboardInterrupt that was asked for and got lost; called between articles.

    Examples
    --------
    >>> check()
    """
    if _ASKED.is_set():
        raise KeyboardInterrupt


def _note(number: int, frame: FrameType | None) -> None:
    _ASKED.set()
    signal.default_int_handler(number, frame)
