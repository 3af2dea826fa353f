"""Acts of saying in a sentence: who speaks, in which words, and how far what is said goes."""

from __future__ import annotations

from factx.claims import phrase
from factx.claims.cited import Speech, can_speak, cited, document, part
from factx.claims.named import goes_on
from factx.claims.scene import Scene, Stretch
from factx.claims.speaker import RELATIVE, before, set_off, subject_of
from factx.claims.telling import ONGOING, STRONG, mute, reports, verbs
from factx.claims.words import table, words

# What the words behind "the mayor told the Star on Monday" do not have.
_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})


def speeches(scene: Scene, first: int, stop: int) -> list[Speech]:
    """Return the acts of saying of one sentence."""
    out: list[Speech] = []
    lower = scene.tokens.lower
    phrases = table("source")["cited"]["phrases"]
    for index in range(first, stop):
        word = lower[index]
        for cue in phrases.get(word, ()):
            end = index + 1 + len(cue)
            if lower[index + 1 : end] == cue:
                out += cited(scene, index, end, first, stop)
                break
        if word in {"in", "by"} and (speech := document(scene, index, first, stop)) is not None:
            out.append(speech)
        if word in verbs() and (speech := said(scene, index, first, stop)) is not None:
            out.append(speech)
    return out


def said(scene: Scene, verb: int, first: int, stop: int) -> Speech | None:
    """Read a reporting verb: its subject speaks, and what it covers is what it says."""
    tree, lower = scene.tree, scene.tokens.lower
    strong = lower[verb] in verbs(*STRONG)
    if scene.tokens.text[verb][0].isupper() and scene.tokens.doc[verb - 1].ent_type_ == "PERSON":
        return None  # the name "Said"
    if verb == first and scene.tokens.doc[verb].tag_ == "VBN":
        return None  # "Noted physicist Josef Hart has died"
    if tree.label[verb]:
        verbal = tree.tag[verb] in {"VERB", "AUX"}
        if not (verbal or _says_that(scene, verb, stop)) or _bidden(scene, verb):
            return None
        if lower[verb - 1] in {"to", "not", "n't"}:
            return None  # "urged the state to reveal nine names"
        if lower[verb] in words("source", "hearsay") and _infinite(scene, verb + 1):
            return None
        if lower[verb + 1 : verb + 2] and lower[verb + 1].endswith(("self", "selves")):
            return None  # "found herself £226,000 richer"
        subject = tree.child(verb, "nsubj")
        own = subject is not None and (
            lower[subject] in RELATIVE or tree.child(verb, "ccomp") is not None
        )
        bare = tree.base[verb] == "acl" and not own
        if bare or tree.child(verb, "aux:pass", "nsubj:pass") is not None:
            told = lower[verb] in verbs("say", "guess", "count")
            return _by_agent(scene, verb, first, stop) if told else None
    elif lower[verb] in table("source")["verbs"]["claim"]:
        return None  # without a parse "rule" may be a noun
    speaker = subject_of(scene, verb, first)
    if speaker is None and verb > first and goes_on(scene, (verb - 1, verb)):
        speaker = verb - 1, verb  # "it said that" has no other subject, whatever the parse says
    if speaker is None and _says_that(scene, verb, stop):
        speaker = before(scene, verb, first)
    ongoing = lower[verb] in verbs(*ONGOING) and speaker is not None and goes_on(scene, speaker)
    if speaker is None or not (ongoing or can_speak(scene, speaker)):
        return _at_the_end(scene, verb, first, stop) if strong else None
    put_in = _put_in(scene, speaker, verb, stop)
    if not (put_in or reports(scene, verb, speaker, stop)):
        return None
    whole = part(scene, verb, first, stop)
    covers = whole if put_in else _covers(scene, verb, first, stop, strong=strong)
    return Speech(speaker, (verb, verb + 1), covers, closing=bool(put_in))


def _says_that(scene: Scene, verb: int, stop: int) -> bool:
    """Tell whether a word opens what is said: "the USGS states that" has a verb, no noun."""
    tree = scene.tree
    if verb + 1 == stop or tree.base[verb] == "nsubj":
        return False
    opened = scene.tokens.lower[verb + 1]
    quotes = opened in {'"', "“"}
    noun = tree.base[verb] == "root" and tree.child(verb, "compound") == verb - 1
    return quotes or (opened == "that" and (noun or tree.child(verb, "ccomp") is not None))


def _infinite(scene: Scene, at: int) -> bool:
    return scene.tokens.lower[at : at + 2] in (["to", "be"], ["to", "have"])


def _bidden(scene: Scene, verb: int) -> bool:
    """Tell whether somebody is told what to think: "residents should expect three aftershocks"."""
    tree, lower = scene.tree, scene.tokens.lower
    modal = tree.child(verb, "aux")
    bare = modal is not None and lower[modal] in words("modality", "modal")
    return bare and lower[verb] in verbs("guess", "claim")


def _put_in(scene: Scene, speaker: Stretch, verb: int, stop: int) -> str:
    """Return the mark behind an act of saying that is put into what it reports: "..., he said, ..."."""
    lower = scene.tokens.lower
    if lower[max(0, speaker[0] - 1)] not in {",", '"', "”"}:
        return ""
    dated = scene.date_at(verb + 2 if lower[verb + 1 : verb + 2] == ["on"] else verb + 1)
    after = dated.stop if dated is not None else verb + 1
    mark = lower[after] if after < stop else "."
    if mark in {",", "."}:
        return mark
    return "." if _closes(scene, verb, stop) else ""


def _at_the_end(scene: Scene, verb: int, first: int, stop: int) -> Speech | None:
    """Read "..., said the mayor." and "..., the mayor told the Star." where the parse lost it."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    aside = verb + 1 < stop and lower[verb + 1] in {".", ",", '"'}
    if not aside and not _closes(scene, verb, stop):
        return None
    if verb - 1 > first and lower[verb - 1] == ",":
        named = set_off(scene, verb - 1, first)  # "..., the mayor, Ann Berg, said."
        covers = part(scene, verb, first, stop)
        return Speech(named, (verb, verb + 1), covers, closing=True) if named else None
    start = verb
    while start > first and lower[start - 1] not in {",", ";", '"'}:
        start -= 1
    if start in {first, verb}:
        return None
    when = scene.date_at(start)
    speaker = phrase.trim(scene, when.stop if when else start, verb)
    if speaker is None or any(tag[index] in {"VERB", "AUX"} for index in range(*speaker)):
        return None
    if mute(scene, speaker[1] - 1):
        return None  # "as I said"
    return Speech(speaker, (verb, verb + 1), part(scene, verb, first, stop), closing=True)


def _closes(scene: Scene, verb: int, stop: int) -> bool:
    """Tell whether only a phrase follows a verb: "told the Star", "said in its report on Monday"."""
    lower, tag = scene.tokens.lower, scene.tree.tag
    return lower[verb] in words("source", "telling") and not any(
        tag[at] in _CLAUSAL or lower[at] in {",", ";", ":", "that"} or at in scene.inside
        for at in range(verb + 1, stop)
    )


def _by_agent(scene: Scene, verb: int, first: int, stop: int) -> Speech | None:
    """Read "was put at six by the ministry"."""
    tree, lower = scene.tree, scene.tokens.lower
    for child in tree.children(verb):
        left, _ = tree.edges(child)
        if child < verb or lower[left] != "by":
            continue
        speaker = phrase.onward(scene, left + 1)
        if speaker is not None and can_speak(scene, speaker):
            low, high = tree.edges(verb)
            return Speech(speaker, (verb, verb + 1), (max(first, low), min(stop, high)))
    return None


def _covers(scene: Scene, verb: int, first: int, stop: int, *, strong: bool) -> Stretch:
    """Return what an act of saying covers: the verb's clause, or the sentence it is put into."""
    tree, lower = scene.tree, scene.tokens.lower
    if not tree.label[verb]:
        return part(scene, verb, first, stop)
    left, right = tree.edges(verb)
    left, right = max(first, left), min(stop, right)
    mark = tree.child(verb, "mark")
    told = mark is not None and lower[mark] == "as" and tree.child(verb, "obj", "ccomp") is None
    aside = tree.base[verb] == "parataxis" and lower[verb + 1 : verb + 2] != ["that"]
    if told or (strong and aside):
        # "..., she said, ...", "nine died, as the station reported" are put into what they report
        return part(scene, verb, first, stop)
    if strong:
        return left, right
    for child in tree.children(verb):
        apart = tree.base[child] in {"conj", "parataxis"}
        if child > verb and apart and tree.child(child, "nsubj") is not None:
            right = min(right, tree.edges(child)[0])
    return verb, right
