"""Who may do what in the library: the roles' table, and who owns its sections by the regulation."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from core.accounts.models import User
from sites.library.models import AlbumPage, ResourcesPage
from sites.models import HomePage
from sites.ownership.models import SectionOwner, Share
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.library.conftest import publish
from tests.support.network import site_of

# add a draft, change another's, publish
MAY = {
    "thu@anbinh.example": (True, False, False),
    "lan@anbinh.example": (True, True, False),
    "minh@anbinh.example": (True, True, True),
    "dung@so.example": (True, True, True),
    "mai@so.example": (True, True, False),
    "khoa@so.example": (True, True, True),
}
LEADING_TODAY = {
    "tai-nguyen": {"Mọi phòng của Sở"},
    "nghien-cuu-khoa-hoc": {"Văn phòng Sở", "Phòng Giáo dục phổ thông"},
    "he-thong-nghiep-vu": {"Mọi phòng của Sở"},
    "chinh-phu-dien-tu": {"Tổ kỹ thuật – phục vụ"},
    "video": {"Tổ kỹ thuật – phục vụ"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("email", MAY)
@pytest.mark.parametrize("page_class", [AlbumPage, ResourcesPage])
def test_each_role_may_what_the_table_says(log_in: Callable[..., Client], page_class: type, email: str) -> None:
    code = "so-gddt" if email.endswith("@so.example") else "th-an-binh"
    log_in(email)
    with use_site(site_of(code)):
        user = User.objects.get(email=email)
        home = HomePage.objects.get(locale__language_code="vi")
        section = publish(home.add_child(instance=page_class(title="Kho của trường", live=False)))
        may = section.permissions_for_user(user)
        assert (may.can_add_subpage(), may.can_edit(), may.can_publish()) == MAY[email]


@pytest.mark.django_db
def test_sections_have_the_owners_of_the_regulation(portal: UnitSite) -> None:
    today = timezone.localdate()
    with use_site(portal):
        for slug, owners in LEADING_TODAY.items():
            page_id = HomePage.objects.get(locale__language_code="vi").get_descendants().get(slug=slug).pk
            rows = SectionOwner.objects.filter(page_id=page_id, share=Share.LEAD)
            assert {row.owner for row in rows if row.valid_until is None or row.valid_until >= today} == owners, slug
