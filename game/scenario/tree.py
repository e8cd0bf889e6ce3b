"""Text to nodes with places: the only reader of YAML, strict about what an author may use.

Works on parser events, so that every scalar is still the text the author typed (`no`, `12:30` and
`010` mean what they look like), every node has its line and column, and a file that would expand or
nest without end is refused while it is read. Limits after `limits.md` 2.2: measured there, a hundred
thousand nested brackets end the C parser's process, and nine levels of aliases never end a walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from game.scenario.problem import Place, Problems
from game.scenario.syntax import note_syntax, place_at

DEPTH_LIMIT = 24
NODE_LIMIT = 100_000
BYTE_LIMIT = 2_000_000
MANY_REPEATS = 3

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A piece of a file: `text` of a scalar, `items` of a sequence, `pairs` of a mapping by key."""

    kind: Literal["scalar", "sequence", "mapping"]
    place: Place
    text: str = ""
    plain: bool = True
    is_one_line: bool = True
    items: list[Node] = field(default_factory=list)
    pairs: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    repeat_count: int = 0  # keys given twice, which `pairs` holds once

    @property
    def is_empty(self) -> bool:
        """Claim that nothing was written here, as in `key:` with no value."""
        return self.kind == "scalar" and self.plain and self.text == ""


class _Refused(Exception):
    """Reading of one file ended early; the problem has been noted."""


def read_tree(files: Sequence[tuple[str, bytes]], problems: Problems) -> Node | None:
    """Read `files` (name, bytes) as one mapping; a section may go on from one file to the next.

    Faults go to `problems`. Gives None where a file cannot be read: what is wrong with the others
    would be its echoes.
    """
    whole = Node("mapping", Place(files[0][0] if files else "scenario.yaml", 1, 1))
    is_whole = True
    builder = _Builder(problems)
    size = 0
    for name, raw in files:
        size += len(raw)
        if size > BYTE_LIMIT:
            problems.add(Place(name, 1, 1), "file-too-large", size=size, limit=BYTE_LIMIT)
            return None
        root = _read_file(name, raw, builder, problems)
        if root is None:
            is_whole = False
        else:
            _join(whole, root, problems)
    return whole if is_whole else None


def _read_file(name: str, raw: bytes, builder: _Builder, problems: Problems) -> Node | None:
    start = Place(name, 1, 1)
    text = _decode(name, raw, problems)
    if text is None:
        return None
    try:
        root = _compose(name, text, builder, problems)
    except _Refused:
        return None
    if root is None or root.is_empty:
        problems.add(start, "file-empty")
        return None
    if root.kind != "mapping":
        problems.add(root.place, "file-not-mapping")
        return None
    return root


def _decode(name: str, raw: bytes, problems: Problems) -> str | None:
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if encoding != "utf-16" and b"\0" in raw[:4]:  # UTF-16 without its mark
        problems.add(Place(name, 1, 1), "not-utf8")
        return None
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, "replace")
        problems.add(place_at(name, before, len(before)), "not-utf8")
        return None
    control = _CONTROL.search(text)
    if control is not None:
        place = place_at(name, text, control.start())
        problems.add(place, "control-character", letter=f"U+{ord(control[0]):04X}")
        return None
    return text


def _compose(name: str, text: str, builder: _Builder, problems: Problems) -> Node | None:
    events = _events(name, text, problems)
    document: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if document is not None:
                problems.add(_place(name, event), "second-document")
                raise _Refused
            document = builder.document(name, next(events), events)
    return document


def _events(name: str, text: str, problems: Problems) -> Iterator[yaml.Event]:
    last: yaml.Event | None = None
    try:
        for last in yaml.parse(text, Loader=_LOADER):
            yield last
    except yaml.YAMLError as error:
        note_syntax(name, text, error, last, problems)
        raise _Refused from error


def _place(name: str, event: yaml.Event) -> Place:
    mark = event.start_mark
    assert mark is not None  # the parser marks every event
    return Place(name, mark.line + 1, mark.column + 1)


class _Builder:
    """Builds nodes from events and refuses what a scenario may not hold; counts over all its files."""

    def __init__(self, problems: Problems) -> None:
        self._name = ""
        self._problems = problems
        self._count = 0

    def document(self, name: str, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        """Build the tree of the file `name`."""
        self._name = name
        return self.node(event, events, 1)

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        place = _place(self._name, event)
        self._refuse(event, place, depth)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None or event.style == ""
            end = event.end_mark
            one_line = end is not None and end.line + 1 == place.line
            return Node("scalar", place, event.value, plain, one_line)
        if isinstance(event, yaml.SequenceStartEvent):
            node = Node("sequence", place)
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                node.items.append(self.node(inner, events, depth + 1))
            return node
        node = Node("mapping", place)
        repeats: list[tuple[Node, Place]] = []
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self.node(inner, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            self._pair(node, key, value, repeats)
        self._note_repeats(repeats)
        node.repeat_count = len(repeats)
        return node

    def _refuse(self, event: yaml.Event, place: Place, depth: int) -> None:
        self._count += 1
        if isinstance(event, yaml.AliasEvent):
            code = "alias"
        elif getattr(event, "anchor", None) is not None:
            code = "anchor"
        elif getattr(event, "tag", None) not in (None, "!"):
            code = "tag"
        elif depth > DEPTH_LIMIT:
            self._problems.add(place, "too-deep", limit=DEPTH_LIMIT)
            raise _Refused
        elif self._count > NODE_LIMIT:
            self._problems.add(place, "too-many-nodes", limit=NODE_LIMIT)
            raise _Refused
        else:
            return
        self._problems.add(place, code)
        raise _Refused

    def _pair(self, mapping: Node, key: Node, value: Node, repeats: list[tuple[Node, Place]]) -> None:
        if key.kind != "scalar":
            self._problems.add(key.place, "key-not-text")
        elif key.text == "<<" and key.plain:
            self._problems.add(key.place, "merge-key")
            raise _Refused
        elif key.text in mapping.pairs:
            repeats.append((key, mapping.pairs[key.text][0].place))
            if mapping.pairs[key.text][1].is_empty:  # a line written twice: what follows belongs to both
                mapping.pairs[key.text] = (key, value)
        else:
            mapping.pairs[key.text] = (key, value)

    def _note_repeats(self, repeats: list[tuple[Node, Place]]) -> None:
        if len(repeats) >= MANY_REPEATS:  # the line that begins another block is missing above them
            keys = ", ".join(key.text[:80] for key, _ in repeats[:6])
            self._problems.add(repeats[0][0].place, "duplicate-keys", keys=keys)
            return
        for key, first in repeats:
            self._problems.add(key.place, "duplicate-key", key=key.text[:80], first=first)


def _join(whole: Node, part: Node, problems: Problems) -> None:
    for key, (key_node, value) in part.pairs.items():
        if key not in whole.pairs:
            whole.pairs[key] = (key_node, value)
            continue
        first_key, first = whole.pairs[key]
        if first.kind != "mapping" or value.kind != "mapping":
            problems.add(key_node.place, "duplicate-key", key=key, first=first_key.place)
            continue
        for inner, (inner_key, inner_value) in value.pairs.items():
            if inner in first.pairs:
                place = first.pairs[inner][0].place
                problems.add(inner_key.place, "duplicate-key", key=inner, first=place)
            else:
                first.pairs[inner] = (inner_key, inner_value)
