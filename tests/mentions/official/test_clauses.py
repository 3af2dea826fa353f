"""Offices read from the parse, by the table beside this file."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from factx.mentions.official import find
from factx.model import Article, Block, Official, Source
from factx.nlp import load, read
from factx.nlp.bundled import available

CASES = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not available(), reason="no pipeline is packaged")


@cache
def pipeline() -> Language:
    return load()


def described(official: Official) -> str:
    role = "o" if official.role == "official" else "x"
    fields = (official.title, official.organization, official.place, official.status)
    return " | ".join([f"{role} {official.name}", *(field or "" for field in fields)]).rstrip(" |")


@pytest.mark.parametrize(("text", "expect"), CASES["offices"])
def test_a_clause_gives_an_office(text: str, expect: str) -> None:
    source = Source("-", text)
    article = Article(source, 0, len(text), (Block("paragraph", 0, len(text)),))
    mentions, officials = find(read(article, pipeline()))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    wanted = [" | ".join(x.strip() for x in who.split("|")) for who in expect.split(";")]
    assert [described(official) for official in officials] == wanted
