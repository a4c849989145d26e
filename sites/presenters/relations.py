"""What a legal document does to others and others do to it, as links where readers can follow."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from sites.models import DocumentRelation, LegalDocumentPage, RelationKind
from sites.presenters.menu import Menu
from sites.presenters.surroundings import Surroundings
from sites.viewdata.document import Relation
from tenants.registry.models import LegalEntry
from tenants.units.models import Unit


def relations_of(page: LegalDocumentPage, around: Surroundings) -> tuple[Relation, ...]:
    """Return what the page names, then what names it. Two queries; one more where a number may be the Sở's."""
    named = list(page.relations.select_related("target")) if page.pk else []
    named_by = DocumentRelation.objects.filter(target=page.pk, page__live=True).select_related("page")
    loose = {one.target_key for one in named if one.target is None and one.target_key}
    elsewhere = _on_portal(loose, around) if loose and around.menu.department else {}
    rows = [_forward(one, around.menu, elsewhere) for one in named]
    if page.replaces_text:
        rows.append(Relation(_("Thay thế"), page.replaces_text))
    rows += [_to_page(_passive(one.kind), one.page, around.menu) for one in named_by.order_by("-page__issued_date")]
    return tuple(rows)


def replacing_numbers(relations: Iterable[Relation]) -> str:
    """Return the numbers of what took a document's place, as `relations_of` names them."""
    return ", ".join(one.number for one in relations if one.label == _passive(RelationKind.REPLACES))


def _active(kind: str) -> str:
    return {
        RelationKind.REPLACES: _("Thay thế"),
        RelationKind.AMENDS: _("Sửa đổi, bổ sung"),
        RelationKind.IMPLEMENTS: _("Căn cứ"),
    }[RelationKind(kind)]


def _passive(kind: str) -> str:
    return {
        RelationKind.REPLACES: _("Bị thay thế bởi"),
        RelationKind.AMENDS: _("Được sửa đổi, bổ sung bởi"),
        RelationKind.IMPLEMENTS: _("Được thực hiện theo"),
    }[RelationKind(kind)]


def _forward(one: DocumentRelation, menu: Menu, elsewhere: dict[str, Relation]) -> Relation:
    label = _active(one.kind)
    if one.target is not None:
        return _to_page(label, one.target, menu)
    found = elsewhere.get(one.target_key)
    return Relation(label, one.target_number, found.title if found else "", found.url if found else "")


def _to_page(label: str, page: LegalDocumentPage, menu: Menu) -> Relation:
    if not page.live or menu.is_private(page.path):
        return Relation(label, page.document_number)
    return Relation(label, page.document_number, page.title, menu.address(page.url_path))


def _on_portal(keys: set[str], around: Surroundings) -> dict[str, Relation]:
    """Return number key → the Sở's document, where it has published just one of that number."""
    origin = around.menu.department.url.rstrip("/") if around.menu.department else ""
    listed = LegalEntry.objects.filter(unit__in=Unit.objects.listed().filter(site__is_portal=True))
    found: dict[str, list[Relation]] = {}
    for document in listed.filter(entry__number_key__in=keys).select_related("entry"):
        relation = Relation("", document.number, document.entry.title, origin + document.entry.path)
        found.setdefault(document.entry.number_key, []).append(relation)
    return {key: relations[0] for key, relations in found.items() if len(relations) == 1}
