from urllib.parse import urlsplit

from django.db.models import Q
from django.utils.translation import gettext as _

from tenants.registry.models import Entry
from tenants.units.models import Domain

_LONGEST_KEY = 18


class NotNamedError(Exception):
    """Nothing of that key or address is published; the message is Vietnamese and fit to show to the editor."""


def entry_named(name: str) -> Entry:
    """Return the live entry of a registry key ("1234") or of the whole address of a page. Two queries at most.

    Raise NotNamedError.
    """
    name = name.strip()
    is_key = name.isascii() and name.isdecimal() and len(name) <= _LONGEST_KEY
    entries = Entry.objects.live().filter(Q(pk=int(name)) if is_key else _at(name))
    entry = entries.select_related("unit__commune").first()
    if entry is None:
        raise NotNamedError(_("Không có trang công khai nào ở địa chỉ này. Hãy chép cả dòng địa chỉ của trang."))
    return entry


def _at(address: str) -> Q:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return Q(pk=None)
    domain = Domain.objects.filter(domain=host).values_list("tenant__unit", flat=True).first()
    return Q(unit=domain, path=parts.path.replace("\0", "")) if domain else Q(pk=None)
