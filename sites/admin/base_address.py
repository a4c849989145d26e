"""The address Wagtail's own mails and absolute links start with: one setting cannot name the hosts of 2,000 units."""

from wagtail.admin import userbar, utils
from wagtail.admin.templatetags import wagtailadmin_tags

from tenants.units.address import address_of
from tenants.units.context import current_site


def admin_base_address() -> str:
    """Return scheme, host and unusual port of the active unit. One query. Raise NoUnitError outside a unit."""
    return address_of(current_site(), "")


def answer_for_wagtail() -> None:
    """Stand in for Wagtail's get_admin_base_url wherever Wagtail calls it. Called once, when the app is ready."""
    for module in (utils, userbar, wagtailadmin_tags):
        module.get_admin_base_url = admin_base_address
