"""A search that somebody follows: the same words and filters as RSS, newest first."""

from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _

from search import form
from search.queries import search
from search.request import Order, SearchRequest
from tenants.units.address import address_of
from tenants.units.models import UnitSite

ENTRIES = 20


def build_feed(request: HttpRequest, question: SearchRequest, *, site: UnitSite) -> Rss201rev2Feed:
    """Return the feed of a question, at most ENTRIES of it. Costs a search and one query for the site's address."""
    query = form.address(request.GET).without(form.ORDER)
    feed = Rss201rev2Feed(
        title=_title(question, site),
        link=address_of(site, reverse("search") + query),
        description=_("Nội dung mới nhất theo câu hỏi và bộ lọc này."),
        language="vi",
        feed_url=address_of(site, reverse("search_feed") + query),
    )
    newest = replace(question, order=Order.NEWEST, page=1, size=ENTRIES)
    for hit in search(newest).hits:
        feed.add_item(
            title=hit.entry.title,
            link=hit.url,
            description=hit.excerpt,
            pubdate=timezone.localtime(hit.entry.published_at),
            unique_id=hit.url,
        )
    return feed


def _title(question: SearchRequest, site: UnitSite) -> str:
    name = site.unit.name
    if not question.text:
        return _("Tìm kiếm trên trang %(name)s") % {"name": name}
    return _("Tìm “%(text)s” trên trang %(name)s") % {"text": question.text, "name": name}
