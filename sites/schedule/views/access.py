"""Who may start a week: those with Wagtail's permission to add one, where the unit has a schedule."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from sites.admin.page import refused_page
from sites.admin.staff import account_of
from sites.presenters.menu import current_menu

View = Callable[..., HttpResponseBase]


def for_writers(view: View) -> View:
    """Let a view answer whoever may write weeks: others read why not, units without a schedule have no such page."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if current_menu().find(model="schedulepage") is None:
            raise Http404("this unit has no schedule")
        if not account_of(request).has_perms(["cms_schedule.add_scheduleweek", "cms_schedule.change_scheduleweek"]):
            return refused_page(request)
        return view(request, *args, **kwargs)

    return guarded
