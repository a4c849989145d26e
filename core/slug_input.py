"""The slug field of the admin, taught Vietnamese.

Wagtail's browser code knows neither ạ, ế, ơ, ư … (it deletes them) nor the Vietnamese đ (its table has the Serbian
"dj"): "Trường đổi mới" became "trng-dji-mi". SlugInput takes replacement rules that run first, so no script is needed.
"""

from typing import Any

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets.slug import SlugInput

from core.text.fold import vowel_classes

# (regular expression, replacement), applied in this order by Wagtail's w-slug before its own transliteration.
FORMATTERS = [
    *((f"[{marked}]", base) for base, marked in vowel_classes().items()),
    ("[\u0300-\u036f&]", ""),  # the marks of decomposed input; GD&ĐT → gddt
    ("[^a-zA-Z0-9]+", "-"),
    ("^-+|-+$", ""),
]


class VietnameseSlugInput(SlugInput):
    """SlugInput whose browser side agrees with core.slugs.slugify_title, letter for letter."""

    def __init__(self, attrs: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(attrs=attrs, **{"formatters": FORMATTERS, **kwargs})


def use_for_every_slug() -> None:
    """Make it the widget of all SlugFields in Wagtail's forms; called once, when the apps are ready."""
    register_form_field_override(models.SlugField, override={"widget": VietnameseSlugInput})
