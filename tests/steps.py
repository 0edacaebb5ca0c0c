"""Steps of Python code, by which a test tells how work grows without asking the clock."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object], readers: str) -> int:
    """Return how many steps a piece of work takes in the modules named so."""
    count = 0

    def local(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "opcode"
        return local

    def traced(frame: FrameType, _event: str, _arg: Any) -> Any:
        if not frame.f_globals.get("__name__", "").startswith(readers):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return local

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
