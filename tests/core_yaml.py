"""YAML as an editor reads it: the core schema of YAML 1.2, where `yes` and dates are words."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml


class CoreLoader(yaml.SafeLoader):
    """Knows null, booleans and numbers of the core schema, and nothing of YAML 1.1."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


_TYPES = (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+0123456789."]),
)
for _name, _pattern, _first in _TYPES:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), _first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(str(node.value).lstrip("+"), 10))


def read_core(text: str) -> Any:
    """Give what `text` says. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=CoreLoader)
