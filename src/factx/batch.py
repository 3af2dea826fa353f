"""Many files: each alone, in order, on one process or on several.

Files are spread over the processes, never the sentences of one: a spaCy ``Doc`` costs more to send
than to make. Only a few files a process are under way at a time, so memory does not grow with the
batch, and results come in the order of the input, so they do not depend on the number of processes.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factx.errors import FactxError, ReadError
from factx.model import Document, Source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_AHEAD = 4  # files under way for each process
# A process takes a second to start and as much memory as the pipeline, so it is begun only for as
# much text as keeps it busy for two, and without being asked for not more often than that.
_WORTH, _MOST = 100_000, 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input, or of a part of it: its documents, or the reason for there being none.

    ``share`` is how much of the input that was; the shares of an input add up to 1.
    """

    documents: tuple[Document, ...]
    error: str | None = None
    share: float = 1.0


def extract(
    inputs: Sequence[str | Source | ReadError], date: dt.date | None = None, jobs: int = 1
) -> Generator[Outcome]:
    """Yield an outcome for each path; an error among the inputs takes its place in the order.

    ``jobs`` is the number of processes; 0 stands for one a core, as far as there is text for them.
    There are no more than inputs.
    On one process the articles of a file come one by one, so that a file of any size streams.
    Close it to stop early: that ends the processes at once.
    With several jobs the caller's main module must be importable without side effects, as
    ``multiprocessing`` asks: call this under ``if __name__ == "__main__":``.
    """
    jobs = min(jobs or _paying(inputs), len(inputs))
    if jobs > 1:
        yield from _spread(inputs, date, jobs)
    else:
        for item in inputs:
            yield from _outcomes(item, date)


def _paying(inputs: Iterable[str | Source | ReadError]) -> int:
    """Return how many processes are worth their start: one a core for a long batch."""
    return min(_cores(), _MOST, sum(map(_size, inputs)) // _WORTH) or 1


def _size(item: str | Source | ReadError) -> int:
    """Return about how much text an input is; what cannot be told counts for nothing."""
    if isinstance(item, Source):
        return len(item.text)
    if isinstance(item, str) and item != "-":
        with suppress(OSError, ValueError):
            return Path(item).stat().st_size
    return 0


def _cores() -> int:
    """Return the number of processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcome(item: str | Source | ReadError, date: dt.date | None) -> Outcome:
    parts = list(_outcomes(item, date))
    return Outcome(tuple(d for part in parts for d in part.documents), parts[-1].error)


def _outcomes(item: str | Source | ReadError, date: dt.date | None) -> Iterator[Outcome]:
    """Yield an outcome for each article of an input, and one for what stopped the reading."""
    from factx import pipeline

    if isinstance(item, ReadError):
        yield Outcome((), str(item))
        return
    path = item if isinstance(item, str) else item.path
    left = 1.0
    try:
        source = _source(item)
        for document in pipeline.stream(source, date):
            read = left - (1 - document.end / len(source.text))
            left -= read
            _keep_loaded()
            yield Outcome((document,), share=read)
        yield Outcome((), share=left)
    except FactxError as error:
        yield Outcome((), str(error), left)
    except Exception as error:  # noqa: BLE001 - one article that meets a bug must not stop the rest
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        what = f"{type(error).__name__} at {place}"
        yield Outcome((), f"{path}: a bug in factx ({what}); please report it", left)


@cache
def _keep_loaded() -> None:
    """Spare the collector what the first article has loaded: it would look at it in every round.

    In a program of its own only: ``factx.extract`` leaves the collector of its caller alone.
    """
    gc.freeze()


def _source(item: str | Source) -> Source:
    from factx.read import read

    return read(item) if isinstance(item, str) else item


def _spread(
    inputs: Iterable[str | Source | ReadError], date: dt.date | None, jobs: int
) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome] | Outcome] = deque()
    with _pool(jobs) as pool:
        for item in inputs:
            waiting.append(_submit(pool, item, date))
            if len(waiting) >= jobs * _AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def _submit(
    pool: ProcessPoolExecutor, item: str | Source | ReadError, date: dt.date | None
) -> Future[Outcome] | Outcome:
    if isinstance(item, ReadError):
        return Outcome((), str(item))
    if item == "-":  # another process has another standard input
        try:
            item = _source(item)
        except ReadError as error:
            return Outcome((), str(error))
    with _interrupts_held():
        return pool.submit(_outcome, item, date)


def _result(waiting: Future[Outcome] | Outcome) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    if isinstance(waiting, Outcome):
        return waiting
    try:
        return waiting.result()
    except BrokenProcessPool:
        message = "a worker process was killed, probably for want of memory; lower --jobs"
        raise FactxError(message) from None


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Run a pool of fresh processes; leave none behind when the caller stops early."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_end_with_parent)
    try:
        yield pool
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        # It waits for the pool's thread, which would close its pipe under the interpreter's own exit.
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this worker when the process that began it is gone, however it went.

    A worker waits for work on a pipe that its siblings hold open too, so it would wait for ever.
    """
    import threading
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C from a process that starts here: it inherits the mask, and the parent ends it.

    Without this a child that is still importing would print its own traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
