"""Reads `phrases.yaml`: patterns of words to the vocabulary of claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from linter import yamlfile
from linter.patterns import compiled
from linter.reading.claims.phrases import Denial, Element, Phrases, Way
from linter.yamlfile import Node

# The parts that the reader gives to words, whatever the family: what limits, denies, compares or delimits a claim.
ROLES = (
    *("not", "nil", "occur", "zero", "every", "scope", "partly", "self", "elsewhere", "change"),
    *("share", "rate", "compare", "last", "this", "whole_year", "next", "span", "accrued"),
    *("doubt", "channel", "rest", "carry", "withdrawn", "reason"),
)
MORE_ROLES = ("some",)
"""Parts that a family may do without."""
SECTIONS = (
    *("units", "light", "joints", "openings", "words", "roles", "sums", "causes", "whole"),
    *("plain_causes", "counters", "years", "lists", "organs", "topics", "transparent", "ambiguous", "passed"),
    *("deeds", "denied", "verbs", "concepts", "zeros", "item", "partless", "total", "families"),
)
PARTS = {
    "counters": ("each", "about", "more", "vague", "blank"),
    "years": ("compared", "possessed", "onward", "lasting", "until", "among", "bare", "parted"),
    "organs": ("endings", "never_subjects", "suffixes"),
}
"""The lists of words in a section, each of which the reader looks up by its name."""
WAY_KEYS = (("concept", "says"), ("about", "units", "never", "alone", "tight", "plain", "firm"))
DENIAL_KEYS = (("concept", "says"), ("verbs", "never", "about"))
"""Those that each has, and the others."""
_TOPIC = ("话题", "topic")
_OPTION = compiled(r"\[([^][{}]*)\]|\{([^][{}]*)\}")


def load_phrases(path: Path | str) -> Phrases:
    """Read a `phrases.yaml`; raises YamlError with file and line."""
    top = yamlfile.load(path).mapping(required=SECTIONS, allowed=())
    units, money = _units(top["units"])
    wholes, whole_words = _wholes(top["whole"])
    words = _words([*top["words"].items(), *_roles(top["roles"]), *top["lists"].items(), *whole_words])
    known = {*words.values(), *ROLES, *MORE_ROLES}
    topics, weak, foretold = _topics(top["topics"], known)
    ways = tuple(_way(node, known, set(topics.values())) for node in top["concepts"].sequence())
    denials = tuple(_denial(node, known, set(topics.values())) for node in top["zeros"].sequence())
    item = top["item"].text()
    concepts = {item, *(way.concept for way in ways), *(denial.concept for denial in denials)}
    plain = ("light", "joints", "openings", "plain_causes", "sums", "causes")
    fillers = {name: tuple(_split(top[name])) for name in plain}
    for part, names in PARTS.items():
        fillers |= {name: tuple(_split(node)) for name, node in top[part].mapping((), names).items()}
    return Phrases(
        words=dict.fromkeys(fillers["about"], "about") | words,
        units=units,
        money=money,
        fillers=fillers,
        wholes=wholes,
        topics=topics | {"elsewhere": "elsewhere"},
        weak_topics=weak,
        foretold=foretold,
        transparent=_kinds(top["transparent"], known),
        ambiguous=_kinds(top["ambiguous"], known),
        passed=_kinds(top["passed"], known),
        deeds={kind: _kinds(node, known) for kind, node in top["deeds"].items()},
        denied=_kinds(top["denied"], known),
        verbs=_kinds(top["verbs"], known),
        ways=ways,
        denials=denials,
        item=item,
        partless=frozenset(_concepts(top["partless"], concepts)),
        total=_total(top["total"], concepts),
        families={name: family for family, node in top["families"].items() for name in _concepts(node, concepts)},
    )


def expand(pattern: str) -> list[str]:
    """All words of a pattern: in `[x]` x may be missing, of `{x|y}` one stands."""
    parts = _OPTION.split(pattern)
    choices: list[list[str]] = []
    options = zip(parts[::3], [*parts[1::3], None], [*parts[2::3], None], strict=True)
    for literal, maybe, either in options:
        choices.append([literal])
        if maybe is not None:
            choices.append(["", *maybe.split("|")])
        elif either is not None:
            choices.append(either.split("|"))
    return ["".join(choice) for choice in product(*choices)]


def _split(node: Node) -> Iterator[str]:
    for pattern in node.text().split():
        yield from expand(pattern)


def _words(groups: list[tuple[str, Node]]) -> dict[str, str]:
    words: dict[str, str] = {}
    for kind, node in groups:
        if node.text().isdecimal():  # Beside words a number may be one: 12345 is a hotline.
            zh, en = (
                f"{kind} 里要写词，现在是数字 {node.text()}。",
                f"expected words as `{kind}`, found `{node.text()}`",
            )
            node.fail(zh, en)
        for word in _split(node):
            if words.setdefault(word, kind) != kind:
                zh = f"{word} 同时写在两类词里（{words[word]} 和 {kind}），请删去一个。"
                node.fail(zh, f"`{word}` is in two classes, `{words[word]}` and `{kind}`; remove one")
    words.pop("", None)
    return words


def _roles(node: Node) -> list[tuple[str, Node]]:
    return list(node.mapping(MORE_ROLES, required=ROLES).items())


def _units(node: Node) -> tuple[dict[str, str], dict[str, int]]:
    """Every unit with its kind (`count`, `money`, `other`), and what the units of money are worth."""
    parts = node.mapping(["count", "money", "other"], ["count", "money", "other"])
    units = {word: kind for kind in ("other", "count") for word in _split(parts[kind])}
    money = {word: amount.integer() for word, amount in parts["money"].items()}
    return units | dict.fromkeys(money, "money"), money


def _wholes(node: Node) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, Node]]]:
    leaves: dict[str, tuple[str, ...]] = {}
    words: list[tuple[str, Node]] = []
    for name, one in node.items():
        parts = one.mapping(["words", "leaves"], ["words", "leaves"])
        leaves[name] = parts["leaves"].texts()
        words.append((name, parts["words"]))
    return leaves, words


def _topics(node: Node, known: set[str]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """The topic that each class of words sets, that it sets while nothing else is spoken of, and that it shows
    for the whole of its sentence."""
    topics: dict[str, str] = {}
    weak: dict[str, str] = {}
    foretold: dict[str, str] = {}
    for topic, one in node.items():
        parts = one.mapping(["weakly", "foretold"], ["of"])
        topics |= dict.fromkeys(_kinds(parts["of"], known), topic)
        weak |= dict.fromkeys(_kinds(parts.get("weakly"), known), topic)
        foretold |= dict.fromkeys(_kinds(parts.get("foretold"), known), topic)
    return topics, weak, foretold


def _kinds(node: Node | None, known: set[str]) -> frozenset[str]:
    return frozenset() if node is None else frozenset(_kind(node, name, known) for name in node.text().split())


def _kind(node: Node, name: str, known: set[str]) -> str:
    if name not in known:
        node.fail(*yamlfile.unknown(("词类", "class of words"), name, known))
    return name


def _concepts(node: Node, known: set[str]) -> list[str]:
    """The names of concepts that some phrase says."""
    names = node.text().split()
    for name in names:
        if name not in known:
            node.fail(*yamlfile.unknown(("数（concepts、zeros 里的 concept）", "concept"), name, known))
    return names


def _total(node: Node, known: set[str]) -> str:
    first, *more = _concepts(node, known)
    if more:
        node.fail("total 只能写一个名称。", "expected one name as `total`")
    return first


def _says(node: Node, known: set[str]) -> tuple[Element, ...]:
    return tuple(
        Element(
            frozenset(_kind(node, kind, known) for kind in part.removesuffix("?").split("|")),
            part.endswith("?"),
        )
        for part in node.text().split()
    )


def _way(node: Node, known: set[str], topics: set[str]) -> Way:
    required, optional = WAY_KEYS
    parts = node.mapping(optional, required)
    about = parts["about"].text() if "about" in parts else None
    if about is not None and about.removesuffix("?") not in topics:
        parts["about"].fail(*yamlfile.unknown(_TOPIC, about, topics))
    return Way(
        concept=parts["concept"].text(),
        says=_says(parts["says"], known),
        about=about.removesuffix("?") if about else None,
        exactly=about is not None and not about.endswith("?"),
        units=parts["units"].choice(["count", "money"]) if "units" in parts else "count",
        never=_kinds(parts.get("never"), known),
        alone="alone" in parts and parts["alone"].flag(),
        tight="tight" in parts and parts["tight"].flag(),
        plain="plain" in parts and parts["plain"].flag(),
        firm="firm" in parts and parts["firm"].flag(),
    )


def _denial(node: Node, known: set[str], topics: set[str]) -> Denial:
    required, optional = DENIAL_KEYS
    parts = node.mapping(optional, required)
    about = parts["about"].text().split() if "about" in parts else []
    for topic in about:
        if topic not in topics:
            parts["about"].fail(*yamlfile.unknown(_TOPIC, topic, topics))
    return Denial(
        concept=parts["concept"].text(),
        says=tuple(element.kinds for element in _says(parts["says"], known)),
        verbs=_kinds(parts.get("verbs"), known),
        never=_kinds(parts.get("never"), known),
        about=frozenset(about),
    )
