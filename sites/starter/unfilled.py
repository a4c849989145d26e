from django.utils.translation import gettext as _
from wagtail.models import Page

from sites.models import StandardPage


def unfilled(page: Page) -> list[str]:
    """Return why a text that has never been public may not be yet, as a sentence: nobody has written it.

    A page with pages below it is a way to them and needs no text of its own. page: specific, as in the editor.
    """
    is_new_text = isinstance(page, StandardPage) and page.first_published_at is None
    if is_new_text and not page.body and page.is_leaf():
        return [_("Trang này chưa có nội dung. Hãy viết theo gợi ý ở đầu trang rồi đăng.")]
    return []
