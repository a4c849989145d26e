"""The contact page: what the register of units says, and the rooms that have numbers of their own."""

from dataclasses import replace

from django.utils.translation import gettext as _

from sites.people.models import ContactPage
from sites.people.presenter import part_node
from sites.people.queries import parts_on
from sites.presenters.body import BodyPresenter
from sites.presenters.meta import organization, page_meta
from sites.presenters.phones import phone
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.presenters.unit_home import map_address
from sites.viewdata.document import Fact
from sites.viewdata.people import ContactView


def present_contact(page: ContactPage, around: Surroundings) -> Presented:
    """Return the contact page. One query: parts."""
    unit = around.unit
    facts = (
        Fact(_("Địa chỉ"), unit.address),
        Fact(_("Xã, phường"), unit.commune.full_name if unit.commune else ""),
        Fact(_("Giờ làm việc"), page.office_hours),
        Fact(_("Chịu trách nhiệm nội dung"), unit.responsible_person),
    )
    view = ContactView(
        title=page.title,
        unit=unit.name,
        facts=tuple(fact for fact in facts if fact.value),
        phone=phone(unit.phone),
        email=unit.email,
        map_url=map_address(unit),
        summary=page.summary,
        body=BodyPresenter(page.body, around.menu).blocks(),
        parts=tuple(part_node(part) for part in parts_on(around.today) if part.phone or part.email),
    )
    meta = replace(page_meta(page, around), json_ld=organization(around))
    return Presented("pages/contact.html", meta, view)
