"""How many planted faults are reported: at the exact line, and with what was probably meant.

Run it with the game installed: `python tests/benchmarks/planted_faults.py [EACH]`. Plants
EACH (14) faults of every kind at random places of the shipped and the test scenarios, one at a time,
and prints a table: kind, planted, reported, at the exact line, with the right suggestion.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.advice import advise
from game.analysis.findings import findings
from game.analysis.properties import check_properties
from game.analysis.rules import ask_about
from game.analysis.statespace import explore
from game.play.record_line import check_record_line
from game.scenario.model import Option, Scenario
from game.scenario.read import read_scenario
from game.store import find_scenario, read_scenario_files

EACH = 14
SCENARIOS = ("cuba-1962", "tests/scenarios/lindholm.yaml", "tests/scenarios/ferry.yaml")
ROOT = Path(__file__).parents[2]

Line = tuple[str, int]
Report = tuple[str, int, str, str | None]


@dataclass(frozen=True)
class Story:
    """A scenario with its files as lines; line 1 stands at index 0."""

    scenario: Scenario
    files: dict[str, list[str]]

    def changed(self, *edits: tuple[Line, str]) -> dict[str, list[str]]:
        """Give the files with whole lines replaced; a new line break adds a line."""
        files = {name: list(lines) for name, lines in self.files.items()}
        for (name, number), text in edits:
            files[name][number - 1] = text
        return files

    def line(self, at: Line) -> str:
        return self.files[at[0]][at[1] - 1]

    def where(self, path: str) -> Line:
        place = self.scenario.places[path]
        return place.file, place.line

    def matches(self, pattern: str) -> Iterator[tuple[Line, re.Match[str]]]:
        for name, lines in self.files.items():
            for number, text in enumerate(lines, 1):
                for match in re.finditer(pattern, text) if not text.lstrip().startswith("#") else ():
                    yield (name, number), match

    def options(self) -> Iterator[Option]:
        for decision in self.scenario.decisions.values():
            yield from decision.options.values()


@dataclass(frozen=True)
class Fault:
    """Changed files, and where and as what the fault should be told."""

    files: dict[str, list[str]]
    at: Line
    codes: tuple[str, ...]
    hint: str | None = None


Maker = Callable[[Story, random.Random], Iterator[Fault]]


def shuffled(
    found: Iterator[tuple[Line, re.Match[str]]], chance: random.Random
) -> list[tuple[Line, re.Match[str]]]:
    listed = list(found)
    chance.shuffle(listed)
    return listed


def misspelt(word: str, chance: random.Random) -> str:
    """Drop one letter inside a word."""
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def put(text: str, match: re.Match[str], group: int, new: str) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


def misspellings(pattern: str, code: str, known: Callable[[Scenario], set[str]]) -> Maker:
    """Make a maker that misspells group 1 of `pattern` where it is a known name of four letters or more."""

    def make(story: Story, chance: random.Random) -> Iterator[Fault]:
        names = known(story.scenario)
        for at, match in shuffled(story.matches(pattern), chance):
            word = match[1]
            wrong = misspelt(word, chance) if len(word) > 4 else word
            if word in names and wrong not in names and not wrong.endswith("-"):
                yield Fault(story.changed((at, put(story.line(at), match, 1, wrong))), at, (code,), word)

    return make


def lines_changed(pattern: str, replacement: str, *codes: str) -> Maker:
    """Make a maker that replaces what matches `pattern` in one line."""

    def make(story: Story, chance: random.Random) -> Iterator[Fault]:
        for at, match in shuffled(story.matches(pattern), chance):
            text = story.line(at)
            new = text[: match.start()] + match.expand(replacement) + text[match.end() :]
            last = new.count("\n")
            yield Fault(story.changed((at, new)), (at[0], at[1] + last), codes)

    return make


def nowhere_next(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Take away the only next of an option: it falls out of its block."""
    options = [option for option in story.options() if f"{option.key}.next" in story.scenario.places]
    chance.shuffle(options)
    for option in options:
        shared = f"{option.key.split('.options.')[0]}.next"
        at = story.where(f"{option.key}.next")
        match = re.fullmatch(r"\s*next: [a-z0-9-]+\s*", story.line(at))
        if match and shared not in story.scenario.places:
            yield Fault(story.changed((at, "")), story.where(option.key), ("no-next",))


def graded_too_well(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Give a consequence away from the record the best grade."""
    for option in shuffled_options(story, chance):
        path = f"{option.key}.consequence.grade"
        if option.distance and path in story.scenario.places:
            at = story.where(path)
            match = re.search(r"grade: [BCD]", story.line(at))
            if match:
                yield Fault(
                    story.changed((at, story.line(at).replace(match[0], "grade: A", 1))),
                    at,
                    ("grade-above-horizon",),
                )


def looping(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Lead a decision point back to itself."""
    names = list(story.scenario.decisions)
    chance.shuffle(names)
    for name in names:
        path = f"decisions.{name}.next"
        if path in story.scenario.places:
            at = story.where(path)
            match = re.fullmatch(r"(\s*next: )[a-z0-9-]+\s*", story.line(at))
            if match:
                yield Fault(story.changed((at, match[1] + name)), at, ("loop",))


def added(story: Story, option: Option, text: str) -> tuple[tuple[Line, str], Line]:
    """Add a key to an option, in the style in which it is written; give the edit and the new line."""
    at = story.where(option.key)
    line = story.line(at)
    column = story.scenario.places[option.key].column
    flow = line.find("{", column)
    if line[column - 1 :].startswith(f"{option.id}: {{"):
        return (at, f"{line[: flow + 1]}{text}, {line[flow + 1 :]}"), at
    return (at, f"{line}\n{' ' * (column + 1)}{text}"), (at[0], at[1] + 1)


def never(story: Story) -> str:
    meter = next(iter(story.scenario.meters))
    low, high = story.scenario.variables[story.scenario.meters[meter].variable].steps[:2]
    return f'"{meter} == {low} and {meter} == {high}"'


def always(story: Story) -> str:
    meter = next(iter(story.scenario.meters))
    return f'"{meter} >= {story.scenario.variables[story.scenario.meters[meter].variable].steps[0]}"'


def with_condition(condition: Callable[[Story], str], code: str) -> Maker:
    """Make a maker that gives an option without one a condition."""

    def make(story: Story, chance: random.Random) -> Iterator[Fault]:
        options = [option for option in story.options() if option.when is None and option.distance]
        chance.shuffle(options)
        for option in options:
            edit, at = added(story, option, f"when: {condition(story)}")
            yield Fault(story.changed(edit), at, (code,))

    return make


def stuck(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Leave a decision point without an option that is ever open."""
    decisions = [
        d for d in story.scenario.decisions.values() if all(o.when is None for o in d.options.values())
    ]
    chance.shuffle(decisions)
    for decision in decisions:
        if decision.historical.choice is None:  # the record line would be told first
            edits = [added(story, option, f"when: {never(story)}")[0] for option in decision.options.values()]
            yield Fault(story.changed(*edits), story.where(f"decisions.{decision.id}"), ("dead-end",))


def twin(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Write an option a second time under another name."""
    # not the historical choice: its twin would be a step further from the record, and told for that
    decisions = [decision for decision in story.scenario.decisions.values() if len(decision.options) < 6]
    options = [o for d in decisions for o in d.options.values() if o.id != d.historical.choice]
    chance.shuffle(options)
    for option in options:
        name, first = story.where(option.key)
        indent = story.scenario.places[option.key].column - 1
        lines = story.files[name]
        end = first
        while end < len(lines) and (
            not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent
        ):
            end += 1
        copy = [lines[first - 1].replace(f"{option.id}:", "twin:", 1), *lines[first:end]]
        files = story.changed(((name, end), "\n".join([lines[end - 1], *copy])))
        yield Fault(files, (name, end + 1), ("option-changes-nothing", "decision-changes-nothing"))


def spare_flag(story: Story, use: str, code: str, chance: random.Random) -> Iterator[Fault]:
    at = next(at for at, match in story.matches(r"^flags:") if match)
    declared = (at, f"{story.line(at)}\n  spare-flag: {{start: no}}")
    for option in shuffled_options(story, chance):
        if use and (option.when is not None or option.effects):
            continue
        edits = [added(story, option, use)[0]] if use else []
        yield Fault(story.changed(declared, *edits), (at[0], at[1] + 1), (code,))


def shuffled_options(story: Story, chance: random.Random) -> list[Option]:
    options = list(story.options())
    chance.shuffle(options)
    return options


def closed_record(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Close the historical choice on the record line."""
    for decision in story.scenario.decisions.values():
        choice = decision.historical.choice
        if (
            choice is not None
            and decision.options[choice].when is None
            and decision.options[choice].distance == 0
        ):
            edit, _ = added(story, decision.options[choice], f"when: {never(story)}")
            path = f"decisions.{decision.id}.historical.choice"
            at = story.where(path if path in story.scenario.places else path.rpartition(".")[0])
            shift = edit[1].count("\n") if edit[0][0] == at[0] and edit[0][1] < at[1] else 0
            yield Fault(story.changed(edit), (at[0], at[1] + shift), ("record-line-closed",))


def weightless_record(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Give the historical outcome of an incident no weight."""
    for decision in story.scenario.decisions.values():
        choice = decision.historical.choice
        if not decision.is_incident or choice is None or decision.options[choice].distance:
            continue
        option = decision.options[choice]
        path = f"{option.key}.weight"
        if path not in story.scenario.places:
            edit, at = added(story, option, "weight: 0")
            yield Fault(story.changed(edit), at, ("record-outcome-zero",))
            continue
        at = story.where(path)
        match = re.search(r"weight: [0-9.]+", story.line(at))
        if match:
            new = story.line(at).replace(match[0], "weight: 0", 1)
            yield Fault(story.changed((at, new)), at, ("record-outcome-zero",))


def orphan(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Write an ending a second time under a name that nothing leads to."""
    for ending in story.scenario.endings.values():
        name, first = story.where(f"endings.{ending.id}")
        lines = story.files[name]
        end = first
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith("   ")):
            end += 1
        copy = [lines[first - 1].replace(f"{ending.id}:", "orphan:", 1), *lines[first:end]]
        files = story.changed(((name, end), "\n".join([lines[end - 1], *copy])))
        yield Fault(files, (name, end + 1), ("unreachable-ending",))


def dead_branch(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Make the condition of a next one that never holds."""
    for at, match in shuffled(story.matches(r"when: (\"[^\"]*\"|[^,{}\"]+), to: "), chance):
        yield Fault(
            story.changed((at, put(story.line(at), match, 1, never(story)))), at, ("condition-always-false",)
        )


def key_removed(path: str, code: str) -> Maker:
    """Make a maker that takes a key, with what hangs below it, out of an option's graded consequence."""

    def make(story: Story, chance: random.Random) -> Iterator[Fault]:
        places = story.scenario.places
        for option in shuffled_options(story, chance):
            block = f"{option.key}.consequence"
            graded = option.consequences and option.consequences[0].grade in ("A", "B", "C", "D")
            if not graded or f"{block}.{path}" not in places or f"{block}.grade" not in places:
                continue
            name, first = story.where(f"{block}.{path}")
            lines = story.files[name]
            column = len(lines[first - 1]) - len(lines[first - 1].lstrip())
            is_block = lines[first - 1].lstrip().startswith(f"{path}:")
            if not is_block or lines[first - 1].rstrip().endswith((",", "}")):
                continue
            end = first
            while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > column:
                end += 1
            kept = [lines[first - 1][:column] + "links: 0", *["" for _ in range(end - first)]]
            edits = [((name, first + number), text) for number, text in enumerate(kept)]
            yield Fault(story.changed(*edits), story.where(f"{block}.grade"), (code,))

    return make


def weightless(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Give every option of a decision point the weight 0."""
    decisions = list(story.scenario.decisions.values())
    chance.shuffle(decisions)
    for decision in decisions:
        options = decision.options.values()
        if any(f"{option.key}.weight" in story.scenario.places for option in options):
            continue
        edits = [added(story, option, "weight: 0") for option in options]
        if len({at for (at, _), _ in edits}) == len(edits):
            files = story.changed(*(edit for edit, _ in edits))
            yield Fault(files, edits[0][1], ("weights-zero", "weights-all-zero"))


def broken_property(story: Story, chance: random.Random) -> Iterator[Fault]:
    """Claim what does not hold of an ending that play can reach."""
    for ending in story.scenario.endings:
        claim = f"  never-{ending}: {{always: {never(story)}, at: [{ending}]}}"
        at = next((at for at, _ in story.matches(r"^properties:")), None)
        if at is not None:
            edit = (at, f"{story.line(at)}\n{claim}")
            yield Fault(story.changed(edit), (at[0], at[1] + 1), ("property-always",))
            continue
        at = next(at for at, _ in story.matches(r"^endings:"))
        edit = (at, f"properties:\n{claim}\n{story.line(at)}")
        yield Fault(story.changed(edit), (at[0], at[1] + 1), ("property-always",))


def spare_source(story: Story, chance: random.Random) -> Iterator[Fault]:
    """List a source that nothing cites."""
    for at, _ in story.matches(r"^sources:"):
        for number in range(EACH):
            edit = (at, f"{story.line(at)}\n  spare-{number}: {{title: A spare book, kind: secondary}}")
            yield Fault(story.changed(edit), (at[0], at[1] + 1), ("source-uncited",))


def variable_names(scenario: Scenario) -> set[str]:
    return {variable.id for variable in scenario.variables if variable.kind != "player"}


def step_names(scenario: Scenario) -> set[str]:
    return {step for variable in scenario.variables for step in variable.steps}


KEYS = "effects|situation|consequence|historical|advocates|documents|sources|mechanism|likelihood|confidence"
KINDS: dict[str, Maker] = {
    "target does not exist": misspellings(
        r"(?:next|to): ([a-z][a-z0-9-]+)", "unknown-next", lambda s: {*s.decisions, *s.endings}
    ),
    "unknown meter or flag in a condition": misspellings(
        r"when: \"?(?:not )?([a-z][a-z0-9-]+)", "unknown-variable", variable_names
    ),
    "unknown step or value in a condition": misspellings(
        r"when: \"?[a-z0-9-]+ [=<>!]+ ([a-z][a-z0-9-]+)", "unknown-step|unknown-value", step_names
    ),
    "unknown key": misspellings(rf"^ *({KEYS}):", "unknown-key", lambda _: set(KEYS.split("|"))),
    "unknown source": misspellings(r"sources: \[([a-z0-9-]+)", "unknown-source", lambda s: set(s.sources)),
    "unknown side": misspellings(r"side: ([a-z]+)", "unknown-side|unknown-decider", lambda s: set(s.sides)),
    "key given twice": lines_changed(r"^( +)(title|text): (.+)$", r"\g<0>\n\1\2: twice", "duplicate-key"),
    "line indented wrongly": lines_changed(
        r"^( +)(side|at|title): ", r"\1 \2: ", "yaml-indent", "yaml-colon"
    ),
    "option falls out of its block": nowhere_next,
    "loop": looping,
    "weight below zero": lines_changed(r"weight: [0-9.]+", "weight: -1", "wrong-value"),
    "moment that is none": lines_changed(r"at: 1[0-9T:+-]+", "at: soon", "bad-moment", "bad-date"),
    "grade above its horizon": graded_too_well,
    "option never offered": with_condition(never, "option-never-offered"),
    "condition always true": with_condition(always, "condition-always-true"),
    "condition never true": dead_branch,
    "dead end": stuck,
    "ending that nothing leads to": orphan,
    "two options that are the same": twin,
    "flag never used": lambda story, chance: spare_flag(story, "", "flag-unused", chance),
    "flag set and never read": lambda story, chance: spare_flag(
        story, "effects: {spare-flag: yes}", "flag-never-read", chance
    ),
    "flag read and never set": lambda story, chance: spare_flag(
        story, "when: not spare-flag", "flag-never-set", chance
    ),
    "step that is too great": lines_changed(r"(\w: )[+-][12]([,}])", r"\g<1>+9\2", "effect-too-far"),
    "weight in words": lines_changed(r"weight: [0-9.]+", "weight: many", "wrong-value", "wrong-type"),
    "grade without a source": key_removed("sources", "grade-without-source"),
    "grade without its reason": key_removed("mechanism", "grade-without-reason"),
    "no weight anywhere": weightless,
    "source without use": spare_source,
    "property that does not hold": broken_property,
    "record line closed": closed_record,
    "record outcome without weight": weightless_record,
}


def reports(files: dict[str, list[str]]) -> set[Report]:
    """Give everything that checker and analyser say of these files."""
    read = read_scenario([(name, "\n".join(lines).encode()) for name, lines in files.items()])
    said = {(p.place.file, p.place.line, p.code, p.nearest) for p in read.problems}
    if read.scenario is not None:
        line = check_record_line(read.scenario)
        said |= {(p.place.file, p.place.line, p.code, p.nearest) for p in line}
        if not line:
            wished = check_properties(read.scenario, read.wishes.properties)
            advice = advise(read.scenario, read.wishes.silences)
            said |= {(p.place.file, p.place.line, p.code, p.nearest) for p in (*wished, *advice)}
            found = findings(explore(ask_about(read.scenario)))
            said |= {(f.place.file, f.place.line, f.code, None) for f in found}
    return said


def load_stories() -> list[Story]:
    stories = []
    for name in SCENARIOS:
        files = read_scenario_files(find_scenario(name if "/" not in name else str(ROOT / name)))
        scenario = read_scenario(files).scenario
        assert scenario is not None, name
        stories.append(Story(scenario, {name: text.decode().split("\n") for name, text in files}))
    return stories


def main() -> None:
    each = int(sys.argv[1]) if len(sys.argv) > 1 else EACH
    stories = load_stories()
    print(f"{'fault':40}{'planted':>9}{'reported':>10}{'exact line':>12}{'suggested':>12}")
    totals = [0, 0, 0, 0, 0]
    for kind, maker in KINDS.items():
        row = [0, 0, 0, 0, 0]
        chance = random.Random(kind)
        makers = [maker(story, chance) for story in stories]
        while makers and row[0] < each:
            planted = makers.pop(0)
            fault = next(planted, None)
            if fault is not None:
                makers.append(planted)
                row = [one + other for one, other in zip(row, judge(fault), strict=True)]
        totals = [one + other for one, other in zip(totals, row, strict=True)]
        print_row(kind, row)
    print_row("together", totals)


def judge(fault: Fault) -> tuple[int, int, int, int, int]:
    """Say whether a fault was reported, at its line, and with the right suggestion if one is due."""
    codes = {code for name in fault.codes for code in name.split("|")}
    told = [row for row in reports(fault.files) if row[2] in codes]
    exact = [row for row in told if row[:2] == fault.at]
    hinted = [row for row in exact if row[3] == fault.hint]
    wants = fault.hint is not None
    return 1, int(bool(told)), int(bool(exact)), int(wants and bool(hinted)), int(wants)


def print_row(kind: str, row: list[int]) -> None:
    suggested = f"{row[3]}/{row[4]}" if row[4] else "-"
    print(f"{kind:40}{row[0]:>9}{row[1]:>10}{row[2]:>12}{suggested:>12}", flush=True)


if __name__ == "__main__":
    main()
