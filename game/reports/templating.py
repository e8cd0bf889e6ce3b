"""The templates of pages: every value is escaped, and a missing one is a fault. The only user of jinja2."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from game.messages import Words


def template(name: str, words: Words, **more: object) -> Template:
    """Give the template `name`, which may call `words` and whatever is in `more`."""
    loader = PackageLoader("game.reports")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.globals.update(words=words, language=words.language, **more)
    return environment.get_template(f"{name}.j2")
