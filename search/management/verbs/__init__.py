"""What `manage.py search` can do: one file a verb, named like it. The folder is the list: no other registration."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from django.core.management.base import CommandParser


class Verb(Protocol):
    """A module of this folder. `run` returns what to print; it raises CommandError for what the caller got wrong."""

    HELP: str

    def add_arguments(self, parser: CommandParser) -> None: ...

    def run(self, options: Mapping[str, Any]) -> str: ...


def load_verbs() -> dict[str, Verb]:
    """Return the verbs by the word typed for them (`roll_back.py` is `roll-back`), in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return {name.replace("_", "-"): cast(Verb, import_module(f"{__name__}.{name}")) for name in names}
