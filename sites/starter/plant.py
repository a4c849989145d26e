"""A unit's first pages, written all at once.

Treebeard looks at the tree anew for each page, and Wagtail checks it, logs it and asks what it refers to: 25 queries a
page, all of whose answers are known here. Rows written raw send no signal that anything heeds.
"""

from datetime import datetime

from wagtail.models import Page, PageLogEntry

from sites.models import BasePage, HomePage
from sites.starter.admin_search import index_first_pages
from sites.starter.plans import Placed, Planned


def plant(home: HomePage, plan: list[Placed], *, at: datetime) -> dict[str, BasePage]:
    """Put the pages of a plan below a home page that has none yet; return key in the plan → page, "" for the home page.

    One query a page and five more. The plan's pages must have their addresses, and refer to no picture or file.
    """
    pages: dict[str, BasePage] = {"": home}
    for placed in plan:
        page = new_page(placed.planned, below=pages[placed.above], at=at)
        _stand(page, below=pages[placed.above])
        pages[placed.key] = page
    added = list(pages.values())[1:]
    _write(added)
    Page.objects.filter(pk=home.pk).update(numchild=home.numchild)
    PageLogEntry.objects.bulk_create(
        PageLogEntry(content_type=page.content_type, label=page.title, action="wagtail.create", timestamp=at, page=page)
        for page in added
    )
    index_first_pages.enqueue()
    return pages


def new_page(planned: Planned, *, below: BasePage, at: datetime) -> BasePage:
    """Return the page, not saved: public at once, or a draft where somebody has to write first."""
    is_live = not planned.to_fill
    return planned.page_class(
        title=planned.title,
        draft_title=planned.title,
        slug=planned.slug,
        summary=planned.summary,
        show_in_menus=True,
        locale=below.locale,
        live=is_live,
        has_unpublished_changes=not is_live,
        first_published_at=at if is_live else None,
        last_published_at=at if is_live else None,
        **planned.fields,
    )


def _stand(page: BasePage, *, below: BasePage) -> None:
    """Give the page the next place below another, and its address."""
    below.numchild += 1
    page.depth = below.depth + 1
    page.path = Page._get_path(below.path, page.depth, below.numchild)
    page.set_url_path(below)


def _write(pages: list[BasePage]) -> None:
    common = [field for field in Page._meta.concrete_fields if not field.primary_key]
    rows = Page.objects.bulk_create(
        [Page(**{field.attname: getattr(page, field.attname) for field in common}) for page in pages]
    )
    for page, row in zip(pages, rows, strict=True):
        page.id = page.pk = row.pk
        page.save_base(raw=True, force_insert=True)
