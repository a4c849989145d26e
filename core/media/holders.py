"""What shows files to readers besides pages: lists of other apps tell it themselves, since media stands below them."""

from collections.abc import Callable, Collection

from django.db.models import Model

# From UnitImage or UnitDocument and some of its keys to those of them that the holder shows to everybody now.
Holder = Callable[[type[Model], Collection[int]], set[int]]

_holders: list[Holder] = []


def register_holder(holder: Holder) -> None:
    """Ask `holder`, too, which files are public. Called once, when its app is ready."""
    if holder not in _holders:
        _holders.append(holder)


def shown_by_holders(model: type[Model], keys: Collection[int]) -> set[int]:
    """Return those of the files that something other than a page shows to everybody."""
    return set().union(*(holder(model, keys) for holder in _holders)) if keys else set()
