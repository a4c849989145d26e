"""ASCII addresses from Vietnamese titles. Stock slugify drops đ on the server and most vowels in the browser."""

import re

from core.text.fold import fold

SLUG_LENGTH = 60
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
# Kept together: GD&ĐT → gddt, TH&THCS → ththcs, as everybody types them in an address.
_INNER_AMPERSAND = re.compile(r"(?<=[a-z])&(?=[a-z])")


def slugify_title(title: str, *, length: int = SLUG_LENGTH) -> str:
    """Return `title` as lower-case ASCII words joined by hyphens, at most `length` characters, cut at a word.

    Empty when the title holds no letter or digit of the Latin script. A first word longer than `length` is cut inside.
    """
    slug = _NOT_IN_SLUG.sub("-", _INNER_AMPERSAND.sub("", fold(title))).strip("-")
    if len(slug) <= length:
        return slug
    whole_words = slug[: length + 1].rpartition("-")[0]
    return whole_words or slug[:length]


def slug_for(title: str, token: str) -> str:
    """Return an address for `title` made unique by `token`: "Lễ khai giảng", "8f3a1c" → "le-khai-giang-8f3a1c".

    token: short lower-case ASCII id, chosen by the caller; namesakes are told apart by it and never counted. At most
    60 characters in all; the token alone when the title has nothing to show.
    """
    words = slugify_title(title, length=SLUG_LENGTH - len(token) - 1)
    return f"{words}-{token}" if words else token
