"""One resource."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.library.enums import LICENSE_URLS
from sites.library.models import ResourcePage
from sites.library.presenters.links import site_name
from sites.library.viewdata import ResourceView
from sites.presenters.body import BodyPresenter
from sites.presenters.files import file_link
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.viewdata.document import Fact


def present_resource(page: ResourcePage, around: Surroundings) -> Presented:
    """Return one resource. One query for its file, and what its text needs."""
    meta = page_meta(page, around)
    published = page.first_published_at
    license_url = LICENSE_URLS.get(page.license, "")
    view = ResourceView(
        title=page.title,
        kind=page.get_kind_display(),
        published=timezone.localtime(published).date() if published else None,
        summary=page.summary,
        facts=(
            Fact(_("Tác giả"), page.author),
            Fact(_("Môn học, lĩnh vực"), page.get_subject_display()),
            Fact(_("Lớp, cấp học"), page.get_grade_display()),
        ),
        license=Link(page.get_license_display(), license_url),
        address=meta.canonical_url,
        files=(file_link(page.file),) if page.file else (),
        away=Link(_("Mở tại %(site)s") % {"site": site_name(page.url)}, page.url) if page.url else None,
        body=BodyPresenter(page.body, around.menu).blocks(),
    )
    data = {
        "@type": "LearningResource",
        "name": page.title,
        "description": page.summary,
        "author": {"@type": "Person", "name": page.author},
        "learningResourceType": str(view.kind),
        "educationalLevel": str(page.get_grade_display()) if page.grade else "",
        "license": license_url,
        "inLanguage": "vi",
        "url": meta.canonical_url,
    }
    return Presented("library/resource.html", replace(meta, json_ld=json_ld(data)), view)
