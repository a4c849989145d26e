"""Sections that the site of a unit must show, each with the text that says so: nobody hides or deletes them.

Source: QC Đ9.1 (the Sở's fifteen sections); TT 37/2020/TT-BGDĐT Đ9; TT 09/2024/TT-BGDĐT Đ4–Đ15.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from sites.models.section import SectionKey
from tenants.units.models.kind import SiteTemplate

_REGULATION = _("Quy chế của Cổng (Quyết định 1682/QĐ-SGDĐT, điều 9)")
_CIRCULAR = _("Thông tư 37/2020/TT-BGDĐT, điều 9")
_DISCLOSURE = _("Thông tư 09/2024/TT-BGDĐT")

# A section is named by its key, by its model, or by the end of its address, whichever it has.
_EVERYWHERE = ("gioi-thieu", SectionKey.NEWS, "registerpage", "questionspage", "contactpage", "lien-he")
_OFFICE = (*_EVERYWHERE, "procedurespage", "consultationspage")
_SCHOOL = (*_EVERYWHERE, "consultationspage", SectionKey.ADMISSIONS)
_PORTAL = (
    "gioi-thieu", SectionKey.NEWS, SectionKey.ADMISSIONS, SectionKey.USEFUL, "registerpage", "fromunitspage",
    "questionspage", "schedulepage", "procedurespage", "cai-cach-hanh-chinh", "chinh-phu-dien-tu", "tai-nguyen",
    "he-thong-nghiep-vu", "tra-cuu", "video",
)  # fmt: skip

_REQUIRED = {
    SiteTemplate.PORTAL: dict.fromkeys(_PORTAL, _REGULATION),
    SiteTemplate.OFFICE: dict.fromkeys(_OFFICE, _CIRCULAR),
    SiteTemplate.SCHOOL: {
        **dict.fromkeys(_SCHOOL, _CIRCULAR),
        "disclosurespage": _DISCLOSURE,
        "periodplanspage": _DISCLOSURE,
    },
}


def ground_for(template: str, names: Iterable[str]) -> str:
    """Return the text that requires a section with one of these names on sites of this template; "" when none does.

    names: key, model and the end of the address, in any order; empty ones count for nothing.
    """
    required = _REQUIRED.get(SiteTemplate(template), {})
    return next((str(required[name]) for name in names if name in required), "")
