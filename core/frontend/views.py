"""`/hien-thi/`: choose text size and view without JavaScript; the choice lives in one cookie."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.frontend.display import COOKIE_AGE_SECONDS, COOKIE_NAME, SIZES, VIEWS, Display

SIZE_WORDS = dict(zip(("1", "2", "3"), SIZES, strict=True))
VIEW_WORDS = dict(zip(("sang", "tuong-phan", "toi"), VIEWS, strict=True))


@never_cache
@require_safe
def choose_display(request: HttpRequest) -> HttpResponse:
    """Store `co` (1–3) and `nen` (sang, tuong-phan, toi) and go back to `ve`; with neither, show the page of choices.

    An unknown value leaves the present choice as it is. `ve` may only be a path of this host; anything else leads home.
    """
    if not {"co", "nen"} & request.GET.keys():
        return render(request, "pages/display.html", {"back": _safe_return(request)})
    present = Display.parse(request.COOKIES.get(COOKIE_NAME))
    chosen = Display(
        size=SIZE_WORDS.get(request.GET.get("co", ""), present.size),
        view=VIEW_WORDS.get(request.GET.get("nen", ""), present.view),
    )
    response = HttpResponseRedirect(_safe_return(request))
    response.set_cookie(
        COOKIE_NAME,
        chosen.cookie,
        max_age=COOKIE_AGE_SECONDS,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _safe_return(request: HttpRequest) -> str:
    path = request.GET.get("ve", "/")
    is_own_path = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_own_path else "/"
