"""The command line: ``tradenews`` and ``python -m tradenews``."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from tradenews.cli.options import make_options
from tradenews.cli.screen import complain
from tradenews.errors import TradeNewsError

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status.

    0: all was done; 1: some inputs failed, or a check found something; 2: wrong use; 130: interrupted.
    """
    options = make_options().parse_args(arguments)
    logging.getLogger().addHandler(
        logging.NullHandler()
    )  # what the readers of pages log is no message to people
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still buffered goes nowhere
        return 0
    except TradeNewsError as error:
        complain(str(error))
        return 2
    except OSError as error:  # an output, a lexicon or a watchlist that cannot be opened
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


__all__ = ["main"]
