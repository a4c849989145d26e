"""One legal document."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from core.media.models import UnitDocument
from sites.models import LegalDocumentPage
from sites.models.legal_document import DocumentState
from sites.presenters.body import BodyPresenter
from sites.presenters.documents import state_tag
from sites.presenters.files import file_link
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.presented import Presented
from sites.presenters.relations import relations_of, replacing_numbers
from sites.presenters.surroundings import Surroundings
from sites.viewdata.cards import FileLink
from sites.viewdata.document import Fact, LegalDocumentView, Relation

_FORCE = {
    DocumentState.NOT_YET: "NotInForce",
    DocumentState.IN_FORCE: "InForce",
    DocumentState.PARTLY_EXPIRED: "PartiallyInForce",
    DocumentState.EXPIRED: "NotInForce",
}


def present_legal_document(page: LegalDocumentPage, around: Surroundings) -> Presented:
    """Return the document with its state today. Four queries: its file, more files, relations both ways."""
    meta = page_meta(page, around)
    state = page.state_on(around.today)
    files = tuple(map(file_link, _documents(page)))
    relations = relations_of(page, around)
    view = LegalDocumentView(
        title=page.title,
        summary=page.summary,
        status=state_tag(state),
        facts=_facts(page),
        address=meta.canonical_url,
        warning=_warning(page, state, relations),
        files=files,
        reader=next((file for file in files if file.format == "PDF"), None),
        is_signature_verified=page.is_signature_verified and bool(files),
        print_url="?in=1",
        body=BodyPresenter(page.body, around.menu).blocks(),
        relations=relations,
    )
    core = replace(
        meta.dublin_core,
        creator=page.issuer,
        published_date=page.issued_date,
        identifier=page.document_number,
        subject=page.subject,
    )
    data = _linked_data(page, state, meta.canonical_url, files, around)
    return Presented("pages/legal_document.html", replace(meta, dublin_core=core, json_ld=json_ld(data)), view)


def _documents(page: LegalDocumentPage) -> list[UnitDocument]:
    """Return the document's file first, then what goes with it; deleted files are left out."""
    more = [block.value for block in page.more_files if block.value]
    return [page.attachment, *more] if page.attachment else more


def _facts(page: LegalDocumentPage) -> tuple[Fact, ...]:
    dates = (
        (_("Ngày ban hành"), page.issued_date),
        (_("Ngày có hiệu lực"), page.effective_date),
        (_("Ngày hết hiệu lực"), page.in_force_until),
        (_("Ngày nhận"), page.received_date),
    )
    facts = [
        Fact(_("Số, ký hiệu"), page.document_number),
        Fact(_("Loại văn bản"), page.document_kind),
        Fact(_("Cơ quan ban hành"), page.issuer),
        Fact(_("Người ký"), page.signer),
        *(Fact(label, short_date(day)) for label, day in dates if day),
        Fact(_("Lĩnh vực"), page.subject),
        Fact(_("Phụ trách"), page.room),
        Fact(_("Công báo"), page.gazette),
        Fact(_("Nơi nhận"), page.recipients),
    ]
    return tuple(fact for fact in facts if fact.value)


def _warning(page: LegalDocumentPage, state: DocumentState, relations: tuple[Relation, ...]) -> str:
    match state:
        case DocumentState.EXPIRED if page.in_force_until:
            sentence = _("Văn bản này hết hiệu lực từ %(day)s.") % {"day": short_date(page.in_force_until)}
            if numbers := replacing_numbers(relations):
                sentence += " " + _("Văn bản thay thế: %(numbers)s.") % {"numbers": numbers}
            return sentence
        case DocumentState.PARTLY_EXPIRED if page.amended_date:
            sentence = _("Một phần văn bản này hết hiệu lực từ %(day)s. Hãy đọc cùng văn bản sửa đổi ở dưới.")
            return sentence % {"day": short_date(page.amended_date)}
        case DocumentState.NOT_YET:
            return _("Văn bản này có hiệu lực từ %(day)s.") % {"day": short_date(page.in_force_since)}
    return ""


def _linked_data(
    page: LegalDocumentPage, state: DocumentState, address: str, files: tuple[FileLink, ...], around: Surroundings
) -> dict[str, Any]:
    until = page.in_force_until.isoformat() if page.in_force_until else ".."
    return {
        "@type": "Legislation",
        "name": page.title,
        "legislationIdentifier": page.document_number,
        "legislationType": page.document_kind,
        "legislationDate": page.issued_date.isoformat(),
        "legislationPassedBy": page.issuer,
        "legislationLegalForce": f"https://schema.org/{_FORCE[state]}",
        "temporalCoverage": f"{page.in_force_since.isoformat()}/{until}",
        "about": page.subject,
        "encoding": [{"@type": "MediaObject", "contentUrl": around.menu.origin + file.url} for file in files],
        "publisher": {"@type": "GovernmentOrganization", "name": around.unit.name},
        "url": address,
        "inLanguage": "vi",
    }
