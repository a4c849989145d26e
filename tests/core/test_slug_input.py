"""The admin's slug field makes in the browser what core.slugs makes on the server."""

import json
import re

import pytest
from django.db import models
from wagtail.admin.forms.models import formfield_for_dbfield

from core.slug_input import FORMATTERS, VietnameseSlugInput
from core.slugs import slugify_title
from core.text.letters import MARKED


@pytest.mark.parametrize(
    "title",
    [
        "Trường đổi mới",
        "Sở GD&ĐT Quảng Trị – năm học 2026–2027",
        "“Ngày hội” lần 1/2026!",
        "Sách & vở",
        "Cafe\u0301 sách",
        MARKED,
    ],
)
def test_browser_rules_agree_with_the_server(title):
    slug = title
    for pattern, replacement in FORMATTERS:
        slug = re.sub(pattern, replacement, slug)
    assert slug.lower() == slugify_title(title, length=200)


def test_every_slug_field_of_the_admin_gets_the_rules():
    widget = formfield_for_dbfield(models.SlugField()).widget
    assert isinstance(widget, VietnameseSlugInput)
    rules = json.loads(widget.attrs["data-w-slug-formatters-value"])
    assert [replacement for _, replacement in rules] == [replacement for _, replacement in FORMATTERS]
