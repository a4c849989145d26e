"""Synonyms as the admin lists them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from core.frontend.formats import short_date
from search.vocabulary.models import Spelling, Strength, Synonym
from sites.admin.moments import moment
from tenants.registry.folding import folded_text


@dataclass(frozen=True, slots=True)
class SynonymRow:
    pk: int
    name: str
    direction: str
    is_active: bool
    note: str
    changed: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history: when, who, what."""

    at: str
    who: str
    what: str


def synonyms_with(text: str) -> QuerySet[Synonym]:
    """Return the synonyms with this in a form or in the note, marks or not; all of them for ""."""
    synonyms = Synonym.objects.prefetch_related("spellings")
    if not text:
        return synonyms
    in_note, words = Q(note__folded__icontains=text), folded_text(text)
    written = Spelling.objects.filter(synonym=OuterRef("pk"), folded__contains=words)
    return synonyms.filter(Q(Exists(written)) | in_note if words else in_note)


def row_of(synonym: Synonym) -> SynonymRow:
    """Return the line of a synonym whose spellings are loaded."""
    is_strong = synonym.strength == Strength.STRONG
    changed = [synonym.changed_by, short_date(timezone.localdate(synonym.changed_at))]
    return SynonymRow(
        pk=synonym.pk,
        name=str(synonym),
        direction=_("Hai chiều") if is_strong else _("Một chiều"),
        is_active=synonym.is_active,
        note=synonym.note,
        changed=", ".join(filter(None, changed)),
    )


def history_of(synonym: Synonym) -> list[Change]:
    """Return the last changes, the newest first. Two queries."""
    entries: Any = ModelLogEntry.objects.for_instance(synonym).select_related("user").order_by("-timestamp")[:20]
    return [
        Change(
            at=moment(entry.timestamp),
            who=entry.user.get_full_name() if entry.user else "",
            what=str(entry.formatter.format_message(entry)),
        )
        for entry in entries
    ]
