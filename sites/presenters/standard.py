"""A page that stands for years."""

from dataclasses import replace

from django.utils import timezone
from wagtail.models import Page

from sites.frame import Link
from sites.models import StandardPage
from sites.presenters.body import BodyPresenter
from sites.presenters.meta import page_meta
from sites.presenters.presented import Presented
from sites.presenters.stories import without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.article import StandardView


def present_standard(page: StandardPage, around: Surroundings) -> Presented:
    """Return the page with links to the pages below it."""
    below = without_private(Page.objects.child_of(page).live().order_by("path"), around.menu)
    children = tuple(Link(title, around.menu.address(path)) for title, path in below.values_list("title", "url_path"))
    changed_at = page.last_published_at
    view = StandardView(
        title=page.title,
        body=BodyPresenter(page.body, around.menu).blocks(),
        summary=page.summary,
        updated_on=timezone.localtime(changed_at).date() if changed_at else None,
        children=children,
    )
    return Presented("pages/standard.html", replace(page_meta(page, around), modified_at=changed_at), view)
