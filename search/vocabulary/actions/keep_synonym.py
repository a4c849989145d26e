from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.accounts.models import User
from search.vocabulary.audit import KEEP, REMOVE
from search.vocabulary.current import forget
from search.vocabulary.models import Spelling, Synonym
from search.vocabulary.rules import Content, SynonymError, check
from tenants.registry.folding import folded_text


def keep_synonym(*, synonym: Synonym | None, content: Content, user: User) -> Synonym:
    """Store a synonym, new or changed; questions are asked with it at once here, within a quarter minute elsewhere.

    Raise SynonymError for what search.vocabulary.rules refuses, or when somebody else has just entered a form of it.
    """
    check(content, but=synonym.pk if synonym else None)
    try:
        return _write(synonym or Synonym(), content, user)
    except IntegrityError as error:
        sentence = _("Một chữ viết tắt ở đây vừa được người khác nhập. Hãy mở lại danh sách rồi xem nhóm của chữ ấy.")
        raise SynonymError("short", sentence) from error


@transaction.atomic
def remove_synonym(*, synonym: Synonym, user: User) -> None:
    """Delete a synonym; what it said stays in the log."""
    log(synonym, REMOVE, user=user, data={"before": str(synonym)})
    synonym.delete()
    _tell_this_process()


@transaction.atomic
def _write(synonym: Synonym, content: Content, user: User) -> Synonym:
    before = "" if synonym.pk is None else str(synonym)
    synonym.strength, synonym.is_active, synonym.note = content.strength, content.is_active, content.note
    synonym.changed_by = user.get_full_name()
    synonym.save()
    synonym.spellings.all().delete()
    forms = [(True, text) for text in content.short] + [(False, text) for text in content.long]
    Spelling.objects.bulk_create(
        Spelling(synonym=synonym, is_short=is_short, text=text, folded=folded_text(text)) for is_short, text in forms
    )
    log(synonym, KEEP, user=user, data={"before": before, "after": str(synonym), "is_active": synonym.is_active})
    _tell_this_process()
    return synonym


def _tell_this_process() -> None:
    # At once for who asks within the transaction; after it for what another thread has read of the old ones meanwhile.
    forget()
    transaction.on_commit(forget)
