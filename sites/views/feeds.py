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
from tenants.registry.models import LegalEntry

ENTRIES = 20
# Sections of other packages: model → the rows of its feed, newest first, at most so many.
SECTION_ROWS: dict[str, Callable[[Surroundings, int], list[StoryRow]]] = {}


@require_safe
def feed(request: HttpRequest, path: str = "") -> HttpResponse:
    """Answer the feed below a section's address, or the site's own at /feed/. Two queries."""
    around = surroundings_of(request)
    section = _section(around, path)
    title = f"{section.title} – {around.frame.site_name}" if section else around.frame.site_name
    atom = Atom1Feed(
        title=title,
        link=around.menu.origin + (section.url if section else around.frame.home_url),
        description=_("Bài mới của %(site)s") % {"site": around.frame.site_name},
        language=around.menu.root().language,
        feed_url=around.menu.origin + request.path,
        author_name=around.unit.name,
    )
    if section is not None and section.model == "registerpage":
        for document in _documents(around):
            _add_document(atom, document, around)
    else:
        for row in _rows(around, section):
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


def _rows(around: Surroundings, section: Section | None) -> list[StoryRow]:
    if section is not None and section.model in SECTION_ROWS:
        return SECTION_ROWS[section.model](around, ENTRIES)
    if section is not None and section.model == "fromunitspage":
        return story_rows(public_republished(around.menu)[:ENTRIES])
    return story_rows(public_articles(around.menu, section)[:ENTRIES])


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
