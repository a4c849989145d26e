from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from core.accounts.models import User
from sites.english.choice import ENGLISH, TranslationError, english_of, refusal_to_start


@transaction.atomic
def start_translation(*, page: Page, user: User | None) -> Page:
    """Make the draft of a page's English version, and of those above it up to the home page; return it.

    The drafts hold the Vietnamese text until it is translated; nothing is public. Asked twice, the second call makes
    nothing. user: None for a command. Raise TranslationError with a sentence that says what to do first.
    """
    locale, _created = Locale.objects.get_or_create(language_code=ENGLISH)
    english = page
    for one in page.get_ancestors(inclusive=True).filter(depth__gt=1).specific():
        english = english_of(one)
        if english is not None:
            continue
        if refusal := refusal_to_start(one):
            raise TranslationError(refusal)
        source, _changed = TranslationSource.update_or_create_from_instance(one)
        translation, _created = Translation.objects.update_or_create(
            source=source, target_locale=locale, defaults={"enabled": True}
        )
        translation.save_target(user=user, publish=False)
        english = translation.get_target_instance()
    return english
