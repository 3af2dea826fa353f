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


class ReadError(FactxError):
    """An input that cannot be read as text."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class WriteError(FactxError):
    """An output that cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UsageError(FactxError):
    """An option or argument that means nothing here, or that contradicts another or the input."""


class LexiconError(FactxError):
    """A packaged word list that contradicts itself."""


class ModelError(FactxError):
    """A language model that is missing, damaged or lacks what factx needs."""
