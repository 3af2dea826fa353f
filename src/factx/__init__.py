"""Facts and statistics from English news, as grounded claims.

>>> import factx
>>> document = factx.extract("Exports rose by 12 percent to $3.4 billion in May 2024.")
>>> [mention.text for mention in document.mentions]
['12 percent', '$3.4 billion', 'May 2024']

Nothing heavy is imported until it is used: ``import factx`` costs a few milliseconds, the first
``extract`` about a second.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost half of the rest
if TYPE_CHECKING:
    from factx.checks import check
    from factx.errors import FactxError
    from factx.model import Claim, Document, Finding
    from factx.pipeline import extract, read

    __version__: str

__all__ = ["Claim", "Document", "FactxError", "Finding", "check", "extract", "read"]

_HOME = {
    "Claim": "factx.model",
    "Document": "factx.model",
    "FactxError": "factx.errors",
    "Finding": "factx.model",
    "check": "factx.checks",
    "extract": "factx.pipeline",
    "read": "factx.pipeline",
}


if not TYPE_CHECKING:  # to a type checker a module with this has every name, misspelt ones too

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version

            return version("factx")
        if name not in _HOME:
            message = f"module 'factx' has no attribute {name!r}"
            raise AttributeError(message)
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Package(ModuleType):
    """A package whose verb ``read`` survives the import of the stage ``factx.read``.

    The import system binds a submodule as an attribute of its package, here over the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
