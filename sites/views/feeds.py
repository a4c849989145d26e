"""Atom feeds: of the whole site, of a section, of "Thông tin từ cơ sở", of the document register."""

from collections.abc import Callable, Iterable
from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sites.legal.register import Question, asked, documents_of
from sites.presenters.menu import Section
from sites.presenters.stories import StoryRow, public_articles, public_republished, story_rows
from sites.presenters.surroundings import Surroundings, surroundings_of
from sites.presenters.topics import with_topic
from sites.topics.book import TOPIC_FIELD, Topic
from tenants.registry.models import LegalEntry

ENTRIES = 20
# Sections of other packages: key or model → the rows of its feed, newest first, at most so many.
SECTION_ROWS: dict[str, Callable[[Surroundings, Section, int], list[StoryRow]]] = {}


@require_safe
def feed(request: HttpRequest, path: str = "") -> HttpResponse:
    """Answer the feed below a section's address, or the site's own at /feed/; of one topic where it is named.

    Three queries at most.
    """
    around = surroundings_of(request)
    section = _section(around, path)
    topic = _topic(request, around)
    names = (topic.name if topic else "", section.title if section else "", around.frame.site_name)
    title = " – ".join(filter(None, names))
    atom = Atom1Feed(
        title=title,
        link=around.menu.origin + (section.url if section else around.frame.home_url),
        description=_("Bài mới của %(site)s") % {"site": around.frame.site_name},
        language=around.menu.root().language,
        feed_url=around.menu.origin + request.path + (f"?{TOPIC_FIELD}={topic.slug}" if topic else ""),
        author_name=around.unit.name,
    )
    if section is not None and section.model == "registerpage":
        for document in _documents(around):
            _add_document(atom, document, around)
    else:
        for row in _rows(around, section, topic):
            _add(atom, row, around)
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)


def _section(around: Surroundings, path: str) -> Section | None:
    """Return the section at the path, None for the whole site. Raise Http404 for a path that is no section."""
    if not path:
        return None
    url = around.menu.root().prefix + path
    section = next((one for one in around.menu.sections if one.url == url), None)
    if section is None or section.model not in {"sectionpage", "fromunitspage", "registerpage", *SECTION_ROWS}:
        raise Http404
    return section


def _topic(request: HttpRequest, around: Surroundings) -> Topic | None:
    """Return the topic asked for. Raise Http404 for one that is not there: its feed must not turn into everything."""
    slug = request.GET.get(TOPIC_FIELD, "")
    topic = around.menu.topic(slug)
    if slug and topic is None:
        raise Http404
    return topic


def _rows(around: Surroundings, section: Section | None, topic: Topic | None) -> list[StoryRow]:
    own = next((SECTION_ROWS[name] for name in _names(section) if name in SECTION_ROWS), None)
    if own and section and topic is None:
        return own(around, section, ENTRIES)
    if section is not None and section.model == "fromunitspage":
        return story_rows(with_topic(public_republished(around.menu), topic)[:ENTRIES])
    return story_rows(with_topic(public_articles(around.menu, section), topic)[:ENTRIES])


def _names(section: Section | None) -> tuple[str, ...]:
    return (section.key, section.model) if section else ()


def _documents(around: Surroundings) -> Iterable[LegalEntry]:
    """Return the unit's own newest documents; those of the Sở have their feed on the portal."""
    own = documents_of(unit=around.unit, department=None, owner=None, locale=around.menu.root().language)
    return asked(own, Question(), today=around.today)[:ENTRIES]


def _add_document(atom: Atom1Feed, document: LegalEntry, around: Surroundings) -> None:
    address = around.menu.origin + document.entry.path
    at = timezone.make_aware(datetime.combine(document.issued_date, time()))
    atom.add_item(
        title=f"{document.number}: {document.entry.title}",
        link=address,
        description=", ".join(filter(None, (document.kind, document.issuer, document.subject))),
        pubdate=at,
        updateddate=at,
        unique_id=address,
        author_name=document.issuer,
    )


def _add(atom: Atom1Feed, row: StoryRow, around: Surroundings) -> None:
    address = around.menu.origin + around.menu.address(row.url_path)
    at = timezone.localtime(row.published_at)
    atom.add_item(
        title=row.title,
        link=address,
        description=row.summary,
        pubdate=at,
        updateddate=at,
        unique_id=address,
        author_name=row.unit_name or around.unit.name,
    )
