"""From a page to what its template shows. One module a page type; `present_page` chooses."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict

from sites.models import (
    ArticlePage,
    BasePage,
    FromUnitsPage,
    HomePage,
    LegalDocumentPage,
    RegisterPage,
    RepublishedPage,
    SectionPage,
    StandardPage,
)
from sites.people.contact_presenter import present_contact
from sites.people.models import ContactPage, PeoplePage
from sites.people.presenter import present_people
from sites.presenters.article import present_article, present_republished
from sites.presenters.from_units import present_from_units
from sites.presenters.legal_document import present_legal_document
from sites.presenters.portal_home import present_portal_home
from sites.presenters.presented import Presented
from sites.presenters.register import present_register
from sites.presenters.section import present_section
from sites.presenters.standard import present_standard
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.presenters.unit_home import present_office_home, present_school_home
from sites.procedures.models import ProcedurePage, ProceduresPage
from sites.procedures.presenters import present_procedure, present_procedures
from sites.schedule.models import SchedulePage
from sites.schedule.presenter import present_schedule

# Texts look the same whatever the address asks; lists follow its fields.
TEXTS: dict[type[BasePage], Callable[[Any, Surroundings], Presented]] = {
    ArticlePage: present_article,
    RepublishedPage: present_republished,
    StandardPage: present_standard,
    LegalDocumentPage: present_legal_document,
    PeoplePage: present_people,
    ContactPage: present_contact,
    ProcedurePage: present_procedure,
}
LISTS: dict[type[BasePage], Callable[[Any, Surroundings, QueryDict], Presented]] = {
    SectionPage: present_section,
    FromUnitsPage: present_from_units,
    RegisterPage: present_register,
    ProceduresPage: present_procedures,
    SchedulePage: present_schedule,
}


def present_page(page: BasePage, request: HttpRequest) -> tuple[Presented, Surroundings]:
    """Return a specific page ready to be shown. Raise KeyError for a page type that no presenter knows."""
    around = surroundings_of(request)
    if isinstance(page, HomePage):
        homes = {"portal": present_portal_home, "office": present_office_home, "school": present_school_home}
        return homes[around.frame.kind](page, around), around
    if type(page) in TEXTS:
        return TEXTS[type(page)](page, around), around
    return LISTS[type(page)](page, around, request.GET), around
