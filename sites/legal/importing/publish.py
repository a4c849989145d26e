from typing import Any

from django.db import transaction

from core.accounts.models import User
from core.media.intake.accepted import AcceptedDocument
from core.media.models import UnitDocument
from core.text.document_number import number_key
from sites.legal.importing.archive import Archive
from sites.legal.importing.check import Named, Planned
from sites.models import DocumentRelation, LegalDocumentPage, RegisterPage


@transaction.atomic
def publish_planned(*, planned: Planned, register: RegisterPage, archive: Archive | None, user: User) -> None:
    """Publish one row with its files and relations, all or nothing.

    Raise ValidationError when the register has got such a document meanwhile, IntakeRefused for a file that changed.
    """
    files = [store(archive.accept(name), name, user) for name in _names(planned)] if archive else []
    own, more = (files[0], files[1:]) if planned.file and files else (None, files)
    page = LegalDocumentPage(
        **planned.values,
        attachment=own,
        more_files=[("file", file) for file in more],
        locale=register.locale,
        owner=user,
        live=False,
    )
    page.clean()
    register.add_child(instance=page)
    page.relations.set([relation_of(page, one) for one in planned.named])
    page.save_revision(user=user, clean=False).publish(user=user)


def _names(planned: Planned) -> list[str]:
    return [name for name in (planned.file, *planned.more_files) if name]


def store(accepted: AcceptedDocument, name: str, user: User) -> UnitDocument:
    """Return the file as a document of the unit, the one it has already when the content is the same."""
    if existing := UnitDocument.objects.filter(content_hash=accepted.sha256).first():
        return existing
    title = name.rsplit("/", 1)[-1].rsplit(".", 1)[0][:255]
    document = UnitDocument(title=title, uploaded_by_user=user)
    document.file.save(accepted.name or name, accepted, save=False)
    document.save()
    return document


def relation_of(page: LegalDocumentPage, named: Named) -> DocumentRelation:
    """Return the relation, not saved; it leads to a page where the list tells the day and the register has it."""
    key = number_key(named.number)
    target: Any = None
    if named.day:
        target = LegalDocumentPage.objects.filter(number_key=key, issued_date=named.day).order_by("pk").first()
    return DocumentRelation(page=page, kind=named.kind, target=target, target_number=named.number, target_key=key)
