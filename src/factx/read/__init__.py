"""From paths to decoded text to articles: ``read`` one input, ``discover`` many, ``segment`` each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from factx.errors import ReadError
from factx.model import Source
from factx.read.plain import decode, refuse_data
from factx.read.segment import segment

__all__ = ["discover", "read", "refuse_data", "segment"]

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read(path: str) -> Source:
    """Read and decode one file, or standard input for ``-``; raise ``ReadError`` with the reason."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as stream:  # noqa: PTH123 - a path is a string at this border
                data = stream.read()
    except FileNotFoundError:
        raise ReadError(path, "no such file or folder") from None
    except IsADirectoryError:
        raise ReadError(path, "is a folder, not a file") from None
    except PermissionError:
        raise ReadError(path, "permission denied") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(path, f"cannot be read: {reason}") from None
    return Source(path, decode(path, data))


def discover(paths: Iterable[str]) -> Iterator[str | ReadError]:
    """Yield every file to read, in the order given, each folder's articles sorted by path.

    What cannot be walked is yielded as a ``ReadError``, not raised, so that the rest goes on. A
    file named outright is yielded whatever its suffix; whether it is text is for ``read`` to say.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - the path stays as given
            yield from _walk(path)
        else:
            yield path


def _walk(folder: str) -> Iterator[str | ReadError]:
    problems: list[OSError] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found = True
                yield os.path.join(parent, name)  # noqa: PTH118 - "./a" stays "./a"
    for problem in problems:
        yield ReadError(str(problem.filename), f"cannot be read: {problem.strerror}")
    if not found and not problems:
        yield ReadError(folder, "no articles in this folder (looked for .txt and .md)")
