"""One notice as it stands today."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from core.frontend.formats import short_date
from core.media.models import UnitDocument
from sites.admissions.enums import AdmissionState
from sites.admissions.models import AdmissionPage
from sites.admissions.presenters.state import deadline_note, state_tag
from sites.admissions.sheets import from_json
from sites.admissions.viewdata import AdmissionView, ListView
from sites.presenters.body import BodyPresenter
from sites.presenters.files import file_link
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.procedures.viewdata import Paper
from sites.viewdata.body import Table
from sites.viewdata.document import Fact


def present_admission(page: AdmissionPage, around: Surroundings) -> Presented:
    """Return the notice. Queries: those of its body, and one for all its files."""
    meta = page_meta(page, around)
    files = _files(page)
    view = AdmissionView(
        title=page.title,
        kind=f"{page.get_kind_display()} · {page.get_level_display()}",
        state=state_tag(page, around.today),
        days=deadline_note(page, around.today),
        summary=page.summary,
        warning=_warning(page, around),
        facts=_facts(page),
        dossier=tuple(_paper(block["value"], files) for block in page.dossier.raw_data if block["value"]),
        body=BodyPresenter(page.body, around.menu).blocks(),
        lists=tuple(_lists(page, files)),
        print_url="?in=1",
        address=meta.canonical_url,
    )
    data = {
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "startDate": page.opens_date.isoformat(),
        "endDate": page.closes_date.isoformat(),
        "location": {"@type": "Place", "name": page.place, "address": around.unit.address or page.place},
        "organizer": {"@type": "EducationalOrganization", "name": around.unit.name},
        "url": meta.canonical_url,
    }
    return Presented("admissions/notice.html", replace(meta, json_ld=json_ld(data)), view)


def _warning(page: AdmissionPage, around: Surroundings) -> str:
    if page.state_on(around.today) != AdmissionState.EXPIRED:
        return ""
    day = {"day": short_date(page.closes_date)}
    return _("Thông báo này đã hết hạn ngày %(day)s. Nội dung được giữ để tra cứu.") % day


def _facts(page: AdmissionPage) -> tuple[Fact, ...]:
    period = {"opens": short_date(page.opens_date), "closes": short_date(page.closes_date)}
    facts = (
        Fact(_("Ai được dự"), page.applicants),
        Fact(_("Chỉ tiêu"), page.quota),
        Fact(_("Hình thức"), page.form),
        Fact(_("Điều kiện"), page.conditions),
        Fact(_("Nhận hồ sơ"), _("Từ %(opens)s đến hết %(closes)s") % period),
        Fact(_("Giờ nhận, ngày thi"), page.hours),
        Fact(_("Nơi nộp, nơi thi"), page.place),
        Fact(_("Hỏi thêm"), page.contact),
    )
    return tuple(fact for fact in facts if fact.value)


def _files(page: AdmissionPage) -> dict[int, UnitDocument]:
    forms = [block["value"].get("form") for block in page.dossier.raw_data if block["value"]]
    workbooks = [block["value"].get("file") for block in page.lists.raw_data if block["value"]]
    keys = [key for key in (*forms, *workbooks) if key]
    return UnitDocument.objects.in_bulk(keys) if keys else {}


def _paper(value: dict[str, Any], files: dict[int, UnitDocument]) -> Paper:
    form = files.get(value.get("form") or 0)
    return Paper(value["name"], value.get("copies") or "", file_link(form) if form else None)


def _lists(page: AdmissionPage, files: dict[int, UnitDocument]) -> list[ListView]:
    found = []
    for number, block in enumerate(page.lists.raw_data, start=1):
        file = files.get(block["value"].get("file") or 0)
        if file is None:
            continue
        anchor, stored = f"danh-sach-{number}", page.sheets.get(file.content_hash)
        sheet = from_json(stored) if stored else None
        table = Table(sheet.rows, sheet.head, named_by=anchor) if sheet else None
        found.append(ListView(block["value"]["title"], anchor, table, file_link(file)))
    return found
