"""Posts that seem to tell the same news, found by their titles in the registry."""

from django.contrib.postgres.search import SearchQuery

from core.text.fold import fold
from tenants.registry.folding import folded_words
from tenants.registry.models import Entry
from tenants.units.models import Unit

SIMILAR_LIMIT = 5
# Words of nearly every school's titles say nothing about what a post tells.
_COMMON = frozenset(
    fold("trường tiểu học mầm non thcs thpt tổ chức lễ hội năm lần thứ của và các tại cho với trong xã phường").split()
)


def similar_posts(title: str, *, sender: Unit) -> list[Entry]:
    """Return up to SIMILAR_LIMIT live posts of other units whose title has every telling word of `title`. One query.

    The portal's copies are left out: each has its original among the posts. Empty for a title of fewer than two
    telling words: it would match half the network.
    """
    names = set(folded_words(sender.name))
    words = [word for word in dict.fromkeys(folded_words(title)) if _is_telling(word) and word not in names]
    if len(words) < 2:
        return []
    query = SearchQuery(" & ".join(f"'{word}':A" for word in words), config="simple", search_type="raw")
    entries = Entry.objects.live().filter(search_vector=query, object_type="article").exclude(unit=sender)
    return list(entries.select_related("unit").order_by("-published_at")[:SIMILAR_LIMIT])


def _is_telling(word: str) -> bool:
    return word not in _COMMON and not word.isdigit() and len(word) > 1
