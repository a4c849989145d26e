"""`full_name__folded__icontains="nguyen"` finds Nguyễn: a lookup for lists that are not in Wagtail's search index."""

from typing import Any

from django.db.models import CharField, TextField, Transform
from django.db.models.lookups import IContains

from core.text.fold import fold, vowel_classes

_PAIRS = [(marked, plain) for plain, several in vowel_classes().items() for marked in several]
_MARKED = "".join(marked for marked, _plain in _PAIRS)
_PLAIN = "".join(plain for _marked, plain in _PAIRS)


class Folded(Transform):
    """The column without Vietnamese marks. Text is stored as NFC, so `translate` needs no extension of PostgreSQL."""

    lookup_name = "folded"
    function = "TRANSLATE"
    template = f"%(function)s(%(expressions)s, '{_MARKED}', '{_PLAIN}')"
    output_field = TextField()


@Folded.register_lookup
class FoldedContains(IContains):
    """What was typed loses its marks, too: whoever types them finds no less."""

    def get_prep_lookup(self) -> Any:
        return fold(super().get_prep_lookup())


def find_without_marks() -> None:
    """Let every text column be asked so. Called once, before the first list is."""
    CharField.register_lookup(Folded)
    TextField.register_lookup(Folded)
