"""What every public template knows besides its own data."""

from urllib.parse import quote

from django.http import HttpRequest

from core.frontend.display import COOKIE_NAME, Display


def display(request: HttpRequest) -> dict[str, object]:
    """Return `display`, the reader's text size and view, and `here`, the quoted path to come back to."""
    return {
        "display": Display.parse(request.COOKIES.get(COOKIE_NAME)),
        "here": quote(request.get_full_path(), safe="/"),
    }
