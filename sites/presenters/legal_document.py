"""One legal document."""

from dataclasses import replace

from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from sites.models import LegalDocumentPage
from sites.models.legal_document import DocumentState
from sites.presenters.body import BodyPresenter
from sites.presenters.documents import state_tag
from sites.presenters.files import file_link
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.document import Fact, LegalDocumentView, Relation


def present_legal_document(page: LegalDocumentPage, around: Surroundings) -> Presented:
    """Return the document with its state today."""
    meta = page_meta(page, around)
    files = (file_link(page.attachment),) if page.attachment else ()
    view = LegalDocumentView(
        title=page.title,
        summary=page.summary,
        status=state_tag(page, around.today),
        facts=_facts(page),
        address=meta.canonical_url,
        warning=_warning(page, around),
        files=files,
        print_url="?in=1",
        body=BodyPresenter(page.body, around.menu).blocks(),
        relations=(Relation(_("Thay thế"), page.replaces_text),) if page.replaces_text else (),
    )
    data = {
        "@type": "Legislation",
        "name": page.title,
        "legislationIdentifier": page.document_number,
        "legislationType": page.document_kind,
        "legislationDate": page.issued_date.isoformat(),
        "legislationPassedBy": page.issuer,
        "url": meta.canonical_url,
        "inLanguage": "vi",
    }
    core = replace(
        meta.dublin_core,
        creator=page.issuer,
        published_date=page.issued_date,
        identifier=page.document_number,
    )
    return Presented("pages/legal_document.html", replace(meta, dublin_core=core, json_ld=json_ld(data)), view)


def _facts(page: LegalDocumentPage) -> tuple[Fact, ...]:
    dates = (
        (_("Ngày ban hành"), page.issued_date),
        (_("Ngày có hiệu lực"), page.effective_date),
        (_("Ngày hết hiệu lực"), page.expiry_date),
    )
    facts = [
        Fact(_("Số, ký hiệu"), page.document_number),
        Fact(_("Loại văn bản"), page.document_kind),
        Fact(_("Cơ quan ban hành"), page.issuer),
        Fact(_("Người ký"), page.signer),
        *(Fact(label, short_date(day)) for label, day in dates if day),
    ]
    return tuple(fact for fact in facts if fact.value)


def _warning(page: LegalDocumentPage, around: Surroundings) -> str:
    match page.state_on(around.today):
        case DocumentState.EXPIRED if page.expiry_date:
            return _("Văn bản này hết hiệu lực từ %(day)s.") % {"day": short_date(page.expiry_date)}
        case DocumentState.NOT_YET:
            day = page.effective_date or page.issued_date
            return _("Văn bản này có hiệu lực từ %(day)s.") % {"day": short_date(day)}
    return ""
