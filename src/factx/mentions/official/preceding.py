"""The office before a name: "Education Minister", "the head of X,", "Gen."."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.official.ground import REACH
from factx.mentions.official.office import Office, is_field, read
from factx.mentions.official.owners import Scene
from factx.mentions.official.placelike import is_nickname
from factx.mentions.official.titles import Title


def before(scene: Scene, start: int) -> Office | None:
    """Read the office that ends where a name begins: "Education Minister", "the head of X,"."""
    words, lexicon = scene.words, scene.lexicon
    if is_nickname(scene, start):
        return None
    style: Title | None = None
    i = start
    while i > 0 and not words.opens[i] and (title := scene.by_stop.get(i)) is not None:
        if title.head.family != "address" and title.head.name not in lexicon.ranks | lexicon.styles:
            ranked = style is not None and style.head.family == "official"
            if ranked and title.head.family == "other":
                return _style(scene, style)
            outer = _across(scene, i, comma=False) if title.head.plural else None
            return outer or read(scene, title, floor=max(0, i - REACH))
        if style is None or style.head.family == "address":
            style = title
        i = title.start
    wider = _wider(scene, i)
    if wider is not None and style is not None and style.head.family == "official":
        if wider.family == "other":
            return _style(scene, style)
        return replace(wider, public=True)  # "a senior official, Colonel Ann Day"
    return wider or _style(scene, style)


def _wider(scene: Scene, i: int) -> Office | None:
    """Read an office that a comma or a body stands between: "the mayor, Ann Day"."""
    words = scene.words
    if words.opens[i]:
        return None
    comma = words.lower[i - 1] in {",", ":"}
    end = i - 1 if comma else i
    if comma and end > 3 and words.before(end) == ")" and scene.short(end):
        end -= 3  # "the head of the United Nations (UN), Ann Day"
    title = scene.by_stop.get(end)
    if comma and title is not None:
        if title.head.plural and not _is_list(scene, i, title):
            if "one" in words.lower[max(0, title.start - 6) : title.start - 1]:
                return read(scene, title, floor=max(0, i - REACH))  # "one of Chad's ministers, "
            return _across(scene, end, comma=True)
        if title.head.plural or _is_definite(scene, title):
            outer = _across(scene, end, comma=True) if title.start == title.stop - 1 else None
            return outer or read(scene, title, floor=max(0, i - REACH))
        return None
    return _across(scene, end, comma=comma)


def _style(scene: Scene, title: Title | None) -> Office | None:
    """Read a rank or form of address, where that is all there is."""
    if title is None:
        return None
    if title.head.family != "address":
        return read(scene, title, floor=max(0, title.start - REACH))
    if title.head.name not in scene.lexicon.titled_address:
        return None
    public = True if title.head.name in scene.lexicon.peers else None
    text = scene.words.phrase(title.start, title.stop)
    return Office(text, title.head.name, "address", public=public)


def _across(scene: Scene, end: int, *, comma: bool) -> Office | None:
    """Look back for a title whose "of …" ends at ``end``."""
    words, lexicon, grammar = scene.words, scene.lexicon, scene.lexicon.grammar
    for k in range(end - 1, max(0, end - REACH), -1):
        word = words.lower[k]
        if word in grammar.prepositions and (title := scene.by_stop.get(k)) is not None:
            if title.head.family == "address" or title.head.plural:
                return None
            owner = scene.behind(k, end)
            name = owner.place or owner.organization or ""
            named = name != name.lower() or (name != "" and is_field(name, lexicon))
            if owner.end != end or not (comma or named):
                continue
            return read(scene, title, floor=max(0, k - REACH), last=end)
        if words.opens[k] or (not word[0].isalnum() and word not in grammar.inside):
            return None
        if word in lexicon.stop and word not in grammar.bridges:
            return None
    return None


def _is_list(scene: Scene, start: int, title: Title) -> bool:
    """Tell whether a plural title is spelled out by names: "two ministers, Ann Day and …"."""
    run, before = scene.run_at.get(start), scene.words.lower[max(0, title.start - 4) : title.start]
    if not scene.lexicon.grammar.few.isdisjoint(before):
        return True
    if run is None or scene.words.at(run.stop) not in {"and", ","}:
        return False
    return run.stop + 1 in scene.run_at


def _is_definite(scene: Scene, title: Title) -> bool:
    """Tell whether "…, the city's mayor, Name" is a description, not one more item of a list."""
    words = scene.words
    land = scene.run_at.get(title.start - 1) if title.start else None
    if land is not None and land.kind == "place" and words.cap[title.start]:
        return words.before(land.start) not in {",", "and"}  # "said Utah Governor, Ann Day"
    for k in range(title.start - 1, max(-1, title.start - 10), -1):
        if words.lower[k] in scene.lexicon.grammar.definite:
            return True
        if words.opens[k + 1] or words.lower[k] == ",":
            return k + 1 in scene.run_at
    return False
