"""How long an article may take: so long of the processor, and some times as long by the clock."""

from __future__ import annotations

#: By the clock an article may take so many times its limit: it shares the machine, or it hangs.
BY_THE_CLOCK = 5


def is_over(limit: float, *, passed: float, spent: float, pid: int) -> bool:
    """Whether a process has been at an article for too long.

    What an article takes of the processor is the same on an idle machine and on a busy one, so that it doesn't hang on
    the company whether it is read. One that waits for ever takes nothing of it, and ends by the clock.

    Parameters
    ----------
    limit
        Seconds that an article may take.
    passed
        Seconds by the clock since it was begun.
    spent
        Processor seconds of the process when it was begun.
    pid
        The process; it is looked at only where the clock has passed the limit.
    """
    if passed < limit:
        return False
    return passed >= BY_THE_CLOCK * limit or _processor_seconds(pid) - spent >= limit


def _processor_seconds(pid: int) -> float:
    import psutil

    try:
        times = psutil.Process(pid).cpu_times()
    except psutil.Error:  # it has ended meanwhile, which is heard of in another way
        return 0.0
    return times.user + times.system
