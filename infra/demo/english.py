"""English versions of some pages, so that the language switch leads somewhere."""

import tomllib
from functools import cache
from typing import Any

from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from infra.demo.texts import CONTENT
from sites.english.actions.publish_translation import publish_translation
from sites.english.actions.start_translation import start_translation
from sites.english.choice import translation_to


def add_english(code: str) -> None:
    """Translate and publish the pages the content names for the active unit. Raise KeyError for a missing sentence."""
    for slug in _content()["pages"].get(code, ()):
        source = Page.objects.get(slug=slug, locale__language_code="vi")
        translation = translation_to(start_translation(page=source, user=None))
        if translation is not None:
            _fill(translation)
            publish_translation(translation=translation, user=None)


def _fill(translation: Translation) -> None:
    sentences = _content()["sentences"]
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        segment.string.translations.get_or_create(
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": sentences[segment.string.data], "updated_at": timezone.now()},
        )


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads((CONTENT / "english.toml").read_text(encoding="utf-8"))
