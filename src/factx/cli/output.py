"""Where results go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES
from io import TextIOWrapper
from pathlib import Path
from shutil import copymode, get_terminal_size
from typing import TextIO

from factx.errors import WriteError

STDOUT = "-"


class ClosedPipe(Exception):  # noqa: N818 - nothing went wrong
    """The reader of the output has gone, as ``head`` does."""


@contextmanager
def opened(path: str) -> Iterator[TextIO]:
    """Open the file to write, or standard output for ``-``; raise ``WriteError`` with the reason."""
    try:
        if path == STDOUT:
            yield from _stdout()
        elif Path(path).exists() and not Path(path).is_file():
            yield from _device(path)
        else:
            yield from _replacing(Path(path).resolve())
    except BrokenPipeError:
        raise ClosedPipe from None
    except FileNotFoundError:
        raise WriteError(path, "no such folder; create it first") from None
    except IsADirectoryError:
        raise WriteError(path, "is a folder; name a file in it") from None
    except OSError as error:
        name = "standard output" if path == STDOUT else path
        reason = (error.strerror or str(error)).lower()
        raise WriteError(name, f"cannot be written: {reason}") from None


def coloured(stream: TextIO) -> bool:
    """Tell whether to colour: on a terminal that can, unless the environment says otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    capable = stream.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
    return bool(os.environ.get("FORCE_COLOR")) or capable


def terminal_width(stream: TextIO) -> int | None:
    """Return the columns of the terminal that ``stream`` is, as ``COLUMNS`` has it; else None."""
    return get_terminal_size().columns if stream.isatty() else None


def _text(descriptor: int | str) -> TextIO:
    # A path that is not UTF-8 comes with lone surrogates; backslashes spell them as JSON does.
    return open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: PTH123 - a descriptor too


def _stdout() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise WriteError("standard output", "is closed; use --output")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError:
        discard()
        raise


def discard() -> None:
    """Point standard output nowhere, so that what is still buffered raises nothing at exit."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _device(path: str) -> Iterator[TextIO]:
    """Write straight to what a rename would destroy: ``/dev/null``, a named pipe."""
    with _text(path) as stream:
        yield stream


def _replacing(path: Path) -> Iterator[TextIO]:
    """Write beside the file and rename at the end, with the rights of the file it replaces."""
    exists = path.exists()
    if exists and not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with _text(descriptor) as stream:
            yield stream
        if exists:
            copymode(path, partial)
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise
