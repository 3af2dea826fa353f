"""Officials: who is named, in what office, and every later mention of them."""

from __future__ import annotations

from factx.mentions.official.find import find

__all__ = ["find"]
