from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from core.text.normalize import clean_text
from search import form
from search.scope import NetworkScope, UnitScope
from search.suggest.queries import Typed, suggest
from search.suggest.suggestion import MOST_CHARACTERS, Group
from tenants.units.context import current_site

# In the reader's own browser alone: no cache on the way may show a title after it was taken down.
_FRESH_SECONDS = 60


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer what may be meant by what stands in a search field so far, as JSON for core/static/js/suggest.js.

    The portal offers what the network has; a unit's site its own things, unless its form is set to the network.
    """
    site = current_site()
    is_network = site.is_portal or request.GET.get(form.SCOPE) == form.NETWORK
    text = " ".join(clean_text(request.GET.get(form.TEXT, "")[: 2 * MOST_CHARACTERS]).split())
    scope = NetworkScope() if is_network else UnitScope(site.unit.uuid)
    groups = suggest(Typed(text=text, scope=scope, unit=site.unit, is_portal=site.is_portal))
    response = JsonResponse({"label": _("Gợi ý"), "status": _status(groups), "groups": [_plain(one) for one in groups]})
    patch_cache_control(response, private=True, max_age=_FRESH_SECONDS)
    return response


def _status(groups: tuple[Group, ...]) -> str:
    """Return what is read out when the list changes."""
    count = sum(len(group.suggestions) for group in groups)
    if not count:
        return _("Không có gợi ý.")
    text = ngettext(
        "Có %(count)d gợi ý. Dùng phím mũi tên để chọn.", "Có %(count)d gợi ý. Dùng phím mũi tên để chọn.", count
    )
    return text % {"count": count}


def _plain(group: Group) -> dict[str, object]:
    options = [{"text": one.text, "note": one.note, "url": one.url} for one in group.suggestions]
    return {"label": group.label, "options": options}
