"""What can go wrong, as a small tree; ``cli`` turns each into one line on stderr and an exit code.

FactxError                  exit 2, one sentence, no traceback
├─ ReadError                a path and the reason it could not be read
├─ WriteError               a path and the reason it could not be written
├─ UsageError               an option or argument that means nothing, or that contradicts another
├─ LexiconError             a packaged word list that contradicts itself
└─ ModelError               the language model is missing, damaged or unsuitable
"""

OK, FINDINGS, FAILED = 0, 1, 2


class FactxError(Exception):
    """The root of every error that factx raises on purpose."""


class _FileError(FactxError):
    """Name the file, or standard input for ``-``, and the reason."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{'standard input' if path == '-' else path}: {reason}")
        self.path = path
        self.reason = reason


class ReadError(_FileError):
    """An input that cannot be read as text."""


class WriteError(_FileError):
    """An output that cannot be written."""


class UsageError(FactxError):
    """An option or argument that means nothing here, or that contradicts another or the input."""


class LexiconError(FactxError):
    """A packaged word list that contradicts itself."""


class ModelError(FactxError):
    """A language model that is missing, damaged or lacks what factx needs."""
