from django.db import transaction
from wagtail_localize.models import Translation


@transaction.atomic
def take_changes(*, translation: Translation) -> None:
    """Read the Vietnamese page anew: what did not change keeps its translation, the rest waits to be translated.

    The English page that readers see stays as it is until it is published again.
    """
    translation.source.update_from_db()
