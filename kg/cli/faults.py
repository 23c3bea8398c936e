"""Every fault that a user can cause, as one line on stderr and an exit status. The only place that ends the process."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

import click

from kg.cli.interrupts import watch
from kg.cli.plain import plain
from kg.errors import KgError

INTERRUPTED = 130  # 128 + SIGINT, as shells say
BROKEN_PIPE = 141  # 128 + SIGPIPE: the reader went away, as with `| head`
OTHER = 1
TRACEBACK = "KG_TRACEBACK"


def run(command: Callable[[], object]) -> int:
    """Run a command and give the exit status of docs/exit-status.md.

    Examples
    --------
    >>> run(lambda: None)
    0
    """
    try:
        watch()
        command()
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except (KeyboardInterrupt, click.Abort) as stop:
        return say("; ".join(("interrupted", *map(str, stop.args))), INTERRUPTED)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.exceptions.NoArgsIsHelpError as fault:
        fault.show()
        return fault.exit_code
    except click.UsageError as fault:
        path = fault.ctx.command_path if fault.ctx else "kg"
        return say(f"{fault.format_message()} See `{path} --help`.", fault.exit_code)
    except click.ClickException as fault:
        return say(fault.format_message(), fault.exit_code)
    except KgError as fault:
        return say(str(fault), fault.exit_status)
    except OSError as fault:
        return say(_os_message(fault), OTHER)
    except MemoryError:
        return say("not enough memory; give smaller inputs, or a machine with more", OTHER)
    except Exception as fault:  # noqa: BLE001 - the last resort, so that nobody meets a traceback unasked
        return _unexpected(fault)
    return 0


def say(message: str, status: int = OTHER) -> int:
    """Print a fault, a line each where there are several; the status comes back for `return say(...)`."""
    for line in message.splitlines() or [""]:
        # Lines of a query, with the place of a mistake beneath, are told from the rest by their indent.
        indent = " " * (len(line) - len(line.lstrip(" ")))
        sys.stderr.write(f"kg: {indent}{plain(line)}\n")
    return status


def _os_message(fault: OSError) -> str:
    reason = fault.strerror or str(fault)
    # The system names no file where a write to an open one fails; where kg opened it, the room has put in the name.
    where = os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes) else "standard output"
    return f"{where}: {reason}"


def _reader_gone() -> int:
    # Python flushes stdout once more at the end and would complain: give it somewhere to write to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE


def _unexpected(fault: Exception) -> int:
    if os.environ.get(TRACEBACK):
        traceback.print_exception(fault)
    kind = type(fault).__name__
    return say(f"a fault in kg itself ({kind}: {fault}); please report it with what {TRACEBACK}=1 prints", OTHER)
