"""Who may do what with documents: the roles' table, seen on the register and on somebody else's document."""

import pytest

from core.accounts.models import User
from sites.models import RegisterPage
from tenants.units.context import use_site
from tests.factories.documents import add_document
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


@pytest.mark.parametrize("email", MAY)
def test_each_role_may_what_the_table_says(log_in, email: str) -> None:
    code = "so-gddt" if email.endswith("@so.example") else "th-an-binh"
    log_in(email)
    with use_site(site_of(code)):
        user = User.objects.get(email=email)
        register = RegisterPage.objects.get().permissions_for_user(user)
        document = add_document("1/QĐ-A", "Một", document_kind="").permissions_for_user(user)
        assert (register.can_add_subpage(), document.can_edit(), document.can_publish()) == MAY[email]
