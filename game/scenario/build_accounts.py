"""Accounts, source checks and assumptions, from what was read."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.accounts import NONE, UNDECIDED, Account, Answer, Assumption, SourceCheck, Telling
from game.scenario.model import DecisionPoint
from game.scenario.moment import is_before
from game.scenario.part import MISSING, Name, Part
from game.scenario.problem import nearest
from game.scenario.resolve import Resolver, text, text_or_none

_STATUS_OF = {UNDECIDED: "disputed", NONE: "contradicted"}


def read_accounts(root: Part, resolver: Resolver) -> dict[str, Account]:
    """Give the accounts, in the author's order."""
    return {name: _account(part, name, root, resolver) for name, part in root.get("accounts", {}).items()}


def _account(part: Part, name: str, root: Part, resolver: Resolver) -> Account:
    sources = resolver.names("source", part["sources"])
    first = root.get("sources", {}).get(sources[0]) if sources else None
    made = part.get("made") or (first.get("made") if first is not None else None)
    return Account(name, text(part, "name"), text(part, "what"), made, text_or_none(part, "gain"), sources)


def read_source_checks(
    root: Part, resolver: Resolver, accounts: Mapping[str, Account]
) -> dict[str, SourceCheck]:
    """Give the source checks, in the author's order."""
    return {
        name: SourceCheck(
            name,
            text(part, "question"),
            resolver.names("stretch", part["at"]),
            part.get("happened", ""),
            _tellings(part, resolver, accounts),
            text(part, "accepted"),
            text(part, "settle"),
            _answer(part, resolver),
        )
        for name, part in root.get("source-checks", {}).items()
    }


def _tellings(part: Part, resolver: Resolver, accounts: Mapping[str, Account]) -> tuple[Telling, ...]:
    found: dict[str, Telling] = {}
    for telling in part.get("accounts", ()):
        name = telling["account"]
        account = accounts.get(resolver.name("account", name) or "")
        if account is None:
            continue
        if account.id in found:
            resolver.reading.problems.add(name.place, "account-twice", name=account.id)
            continue
        happened = part.get("happened")
        if account.made and happened and is_before(account.made, happened):
            resolver.reading.problems.add(name.place, "account-before", name=account.id, made=account.made)
        found[account.id] = Telling(account.id, text(telling, "says"), _agree(telling, resolver, account))
    return tuple(found.values())


def _agree(telling: Part, resolver: Resolver, account: Account) -> tuple[str, ...]:
    for name in telling.get("agree", ()):
        if name.text in account.sources:
            resolver.reading.problems.add(name.place, "agrees-with-itself", name=name.text)
    return resolver.names("source", telling["agree"])


def _answer(part: Part, resolver: Resolver) -> Answer:
    answer = part["answer"]
    if answer is MISSING:
        return Answer((), "", text(part, "answer"), ())
    names: tuple[Name, ...] = answer.get("supports", ())
    written = [telling["account"].text for telling in part.get("accounts", ()) if telling["account"]]
    supports = [name for name in names if name.text in written]
    for name in names:
        if name.text not in written and name.text not in _STATUS_OF:
            hint = nearest(name.text, (*written, *_STATUS_OF))
            known = ", ".join((*written, *_STATUS_OF))
            resolver.reading.problems.add(
                name.place, "account-elsewhere", nearest=hint, name=name.text, known=known
            )
    _check_status(answer, names, resolver)
    return Answer(
        tuple(name.text for name in supports),
        answer.get("status", ""),
        text(answer, "why"),
        resolver.names("source", answer["sources"]),
    )


def _check_status(answer: Part, names: tuple[Name, ...], resolver: Resolver) -> None:
    """Note an answer that says one thing by its accounts and another by its status."""
    status = answer.get("status")
    if status is None or not names:
        return
    wanted = _STATUS_OF.get(names[0].text) if len(names) == 1 else None
    fits = status == wanted if wanted else status != "contradicted"
    if not fits or (len(names) > 1 and any(name.text in _STATUS_OF for name in names)):
        listed = ", ".join(name.text for name in names)
        resolver.reading.problems.add(
            answer.place("supports"), "answer-and-status", supports=listed, status=status
        )


def read_assumptions(
    root: Part, resolver: Resolver, decisions: Mapping[str, DecisionPoint]
) -> dict[str, Assumption]:
    """Give the assumptions, in the author's order."""
    return {
        name: Assumption(
            name,
            text(part, "name"),
            text(part, "text"),
            text(part, "counter"),
            resolver.names("source", part["sources"]),
            resolver.names("decision", part["decisions"]),
            _options(part, resolver, decisions),
            resolver.names("meter", part["meters"]),
            resolver.names("decider", part["weights"]),
        )
        for name, part in root.get("assumptions", {}).items()
    }


def _options(
    part: Part, resolver: Resolver, decisions: Mapping[str, DecisionPoint]
) -> dict[str, tuple[str, ...]]:
    found = {}
    for decision_id, names in part.get("options", {}).items():
        place = resolver.reading.places[f"{part.path}.options.{decision_id}"]
        if resolver.name("decision", Name(decision_id, place)) is None or decision_id not in decisions:
            continue
        known = decisions[decision_id].options
        for name in names:
            if name.text not in known and not resolver.reading.spoils(
                f"decisions.{decision_id}.options.{name.text}"
            ):
                hint = nearest(name.text, known)
                listed = ", ".join(known)
                resolver.reading.problems.add(
                    name.place, "unknown-option", nearest=hint, name=name.text, known=listed
                )
        found[decision_id] = tuple(name.text for name in names if name.text in known)
    return found
