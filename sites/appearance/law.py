"""Sections that the site of a unit must show, each with the text that says so: nobody hides or deletes them.

Sites start with all of them (sites.starter.plans); the list "Bắt đầu" leads to those that are filled by hand.
Source: QC Đ8–Đ10 (the Sở's fifteen sections); TT 37/2020/TT-BGDĐT Đ9; TT 09/2024/TT-BGDĐT Đ4–Đ15; domain.md §2.2, §2.4.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sites.models.section import SectionKey
from tenants.units.models.kind import SiteTemplate

_REGULATION = _("Quy chế của Cổng (Quyết định 1682/QĐ-SGDĐT, điều 8, 9 và 10)")
_CIRCULAR = _("Thông tư 37/2020/TT-BGDĐT, điều 9")
_DISCLOSURE = _("Thông tư 09/2024/TT-BGDĐT")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A section by its key, its model or the end of its address; any of the names will do. ground: the text."""

    ground: str | Promise
    names: frozenset[str]


def _all(ground: Promise, *sections: str | tuple[str, ...]) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(ground, frozenset({section} if isinstance(section, str) else section)) for section in sections
    )


# TT 37 asks authorities and schools alike for these; a contact page may be a text of the unit's own.
_EVERYWHERE = ("gioi-thieu", SectionKey.NEWS, "registerpage", "questionspage", "consultationspage")
_CONTACT = ("contactpage", "lien-he")

REQUIRED: dict[str, tuple[Requirement, ...]] = {
    SiteTemplate.PORTAL: (
        *_all(
            _REGULATION,
            *("gioi-thieu", SectionKey.NEWS, SectionKey.ADMISSIONS, SectionKey.USEFUL, "procedurespage"),
            *("cai-cach-hanh-chinh", "registerpage", "schedulepage", "chinh-phu-dien-tu", "resourcespage"),
            *("he-thong-nghiep-vu", "lookuppage", "questionspage", "fromunitspage", "video"),
        ),
        *_all(_CIRCULAR, "consultationspage", _CONTACT),
    ),
    SiteTemplate.OFFICE: _all(_CIRCULAR, *_EVERYWHERE, _CONTACT, "procedurespage", SectionKey.ADMISSIONS),
    SiteTemplate.SCHOOL: (
        *_all(_CIRCULAR, *_EVERYWHERE, _CONTACT, SectionKey.ADMISSIONS),
        *_all(_DISCLOSURE, "disclosurespage", "periodplanspage"),
    ),
}


def ground_for(template: str, names: Iterable[str]) -> str:
    """Return the text that requires a section with one of these names on sites of this template; "" when none does.

    names: key, model and the end of the address, in any order; empty ones count for nothing.
    """
    known = frozenset(names)
    required = REQUIRED.get(SiteTemplate(template), ())
    return next((str(requirement.ground) for requirement in required if requirement.names & known), "")
