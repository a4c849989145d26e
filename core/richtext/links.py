"""Where a link may lead, and its address without what only serves to track the reader."""

import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|zarsrc|igshid?|mc_[ce]id|_gl|_ga|mibextid|__\w+__.*)$",
    re.IGNORECASE,
)
# Wrappers that mail and office programs put around an address: host → parameter that holds the real one.
_WRAPPERS = {
    "www.google.com": ("/url", ("q", "url")),
    "google.com": ("/url", ("q", "url")),
    "l.facebook.com": ("/l.php", ("u",)),
    "lm.facebook.com": ("/l.php", ("u",)),
}
_OUTLOOK = ".safelinks.protection.outlook.com"
_SPACE_AND_CONTROL = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def scheme_of(href: str) -> str:
    """Return the scheme in lower case as a browser would find it ("java\\nscript:" is javascript), or ""."""
    match = _SCHEME.match(_SPACE_AND_CONTROL.sub("", href))
    return match[1].lower() if match else ""


def link_attributes(attributes: dict[str, str], *, own: bool) -> tuple[tuple[str, str], ...]:
    """Return what <a> keeps of its attributes, or () when it is no link.

    own: also keep what only our own editor writes: page and document ids, anchors and addresses within the site.
    """
    href = attributes.get("href", "")
    if own and attributes.get("linktype") in {"page", "document"} and attributes.get("id", "").isdigit():
        return tuple((name, value) for name, value in attributes.items() if name in {"linktype", "id"})
    if own and href.startswith(("/", "#")) and not href.startswith("//"):
        return (("href", href),)
    cleaned = clean_href(href)
    return (("href", cleaned),) if cleaned else ()


def is_unusable(href: str) -> bool:
    """Return whether `href` leads somewhere no website may send a reader: a script, a file on the writer's computer."""
    return scheme_of(href) not in {"", "about", *SCHEMES}


def clean_href(href: str) -> str | None:
    """Return an absolute address a reader may follow, without wrappers and tracking parameters; None if there is none.

    Relative addresses and anchors are None too: they meant something on the page they were copied from.
    """
    if scheme_of(href) not in SCHEMES:
        return None
    href = _SPACE_AND_CONTROL.sub("", href) if scheme_of(href) in {"http", "https"} else href.strip()
    try:
        parts = urlsplit(href)
    except ValueError:  # http://[broken
        return None
    wrapped = _wrapped(parts.netloc.lower(), parts.path, parts.query)
    if wrapped:
        return clean_href(wrapped)
    if parts.scheme in {"http", "https"} and not parts.netloc:
        return None
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.match(pair.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _wrapped(host: str, path: str, query: str) -> str:
    expected, names = _WRAPPERS.get(host, ("", ()))
    if host.endswith(_OUTLOOK):
        expected, names = path, ("url",)
    if not names or path != expected:
        return ""
    values = parse_qs(query)
    target = next((values[name][0] for name in names if name in values), "")
    return target if scheme_of(target) in {"http", "https"} else ""
