"""Links in rich text, from the ids the editor stores to addresses."""

import re

from django.utils.safestring import SafeString
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from sites.presenters.menu import Menu

# Between the paragraphs of one text while their links are written out together; no editor can write a comment.
_SEAM = "<!--seam-->"
_PAGE_LINK = re.compile(r"""<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"[^>]*>""")


def expand_links(texts: list[str], menu: Menu) -> list[SafeString]:
    """Return paragraphs, cleaned when they were stored, with their links written out.

    One query for all linked pages and one for all linked files. Wagtail's own handler asks once a link, and leads to
    pages that are not live; here such a link stays words.
    """
    joined = _SEAM.join(texts)
    linked = {int(pk) for pk in _PAGE_LINK.findall(joined)}
    paths = dict(Page.objects.live().filter(pk__in=linked).values_list("pk", "url_path")) if linked else {}

    def written_out(link: re.Match[str]) -> str:
        path = paths.get(int(link[1]))
        return f'<a href="{menu.address(path)}">' if path else "<a>"

    expanded = expand_db_html(_PAGE_LINK.sub(written_out, joined))
    return [SafeString(text) for text in expanded.split(_SEAM)]
