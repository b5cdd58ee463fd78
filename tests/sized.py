"""Figures that keep every identity, as many and as large as in an office, a city or a province."""

from __future__ import annotations

from random import Random

from renderings.figures import consistent

Cells = dict[str, str]

_SUMMED = ("t3", "t4")


_SIZES = {"tiny": (0.04, 3), "office": (0.15, 20), "city": (0.4, 300), "large": (0.6, 5000)}
_PEOPLE = {"natural_person": 1.0, "business": 0.5, "research": 0.05, "public_welfare": 0.1, "legal_service": 0.2,
           "other_org": 0.2}  # fmt: skip
_BALANCE = ("new_received", "carried_in", "handled_total", "carried_out")


def figures(rng: Random, form: str = "f2021", size: str = "usual") -> Cells:
    """Random figures of tables three and four that keep every identity; table two is 0.

    `size` is usual (all columns alike), or one of real reports: tiny, office, city, large, where most come from
    natural persons and most cells are 0."""
    usual = {field: value for field, value in consistent(form, rng).items() if field.startswith(_SUMMED)}
    return usual if size == "usual" else _sized(list(usual), rng, *_SIZES[size])


def _sized(fields: list[str], rng: Random, chance: float, most: int) -> Cells:
    """The same with figures up to `most`, each with this chance of being more than 0."""
    found = dict.fromkeys(fields, 0)
    results = [field for field in fields if field.startswith("t3.") and field.split(".")[1] not in _BALANCE]
    for person, share in _PEOPLE.items():

        def some(share: float = share) -> int:
            likely = rng.random() < chance * max(share, 0.3)
            return max(1, int(most * share * rng.random() ** 3)) if likely else 0

        for field in (one for one in results if one.endswith(f".{person}")):
            found[field] = some()
            found[f"t3.handled_total.{person}"] += found[field]
        handled, left = found[f"t3.handled_total.{person}"], some() // 4
        before = min(some() // 4, handled + left)
        found |= {f"t3.carried_out.{person}": left, f"t3.carried_in.{person}": before}
        found[f"t3.new_received.{person}"] = handled + left - before
    for field in (one for one in fields if one.startswith("t4.") and not one.endswith(".total")):
        found[field] = int(most / 8 * rng.random() ** 2) if rng.random() < 1.5 * chance else 0
    for field in fields:
        if not field.endswith(".total"):
            found[f"{field.rpartition('.')[0]}.total"] += found[field]
    return {field: str(value) for field, value in found.items()}
