"""The English catalogue: whole for what English pages can show, compiled, and true to what each string fills in."""

import re

from django.conf import settings
from django.utils import translation

from core.catalogue.english import FOLDER, english
from tests.core.catalogue.sources import strings_of

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
ROOT = settings.BASE_DIR
# What every page has around it, and the types of page that are translated (sites.english.choice.TRANSLATED).
AROUND = "actions article-head band breadcrumb byline contact-hero contact-lines footer masthead menu meta nav news "
AROUND += "origin page-head pager people org-chart skip-link strip today unit-finder unit-list"
PAGES = "404 410 500 article contact directory home_office home_unit message people section sections_all share "
PAGES += "standard unit untranslated"
PRESENTERS = "article body files frame links menu meta origin paging section standard stories unit_home"
MODULES = (
    "core/frontend/formats.py", "sites/directory/listing.py", "sites/directory/unit_page.py", "sites/ownership/book.py",
    "sites/people/contact_presenter.py", "sites/people/presenter.py", "sites/views/feeds.py", "sites/views/page.py",
    "sites/views/sections.py",
)  # fmt: skip


def test_everything_an_english_page_says_has_english() -> None:
    files = [ROOT / "templates" / "base.html", *(ROOT / name for name in MODULES)]
    files += [file for name in AROUND.split() for file in (ROOT / "templates" / "components" / name).glob("*.html")]
    files += [ROOT / "templates" / "pages" / f"{name}.html" for name in PAGES.split()]
    files += [ROOT / "sites" / "presenters" / f"{name}.py" for name in PRESENTERS.split()]
    known = {entry.msgid for entry in english().translated_entries()}
    assert {text: file for text, file in strings_of(*files).items() if text not in known} == {}


def test_english_fills_in_what_vietnamese_fills_in() -> None:
    wrong = [
        entry.msgid
        for entry in english()
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if text and sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(entry.msgid))
    ]
    assert wrong == []


def test_compiled_english_is_that_of_the_catalogue() -> None:
    assert (FOLDER / "django.mo").read_bytes() == english().to_binary()


def test_english_is_spoken_on_english_pages_alone() -> None:
    with translation.override("en"):
        assert translation.gettext("Tất cả chuyên mục") == "All sections"
        assert translation.ngettext("%(count)s đơn vị", "%(count)s đơn vị", 2) == "%(count)s units"
    with translation.override("vi"):
        assert translation.gettext("Tất cả chuyên mục") == "Tất cả chuyên mục"
