from django.conf import settings
from django.db.models import QuerySet

from sites.models import ArticlePage
from tenants.exchange.models import Submission
from tenants.exchange.states import State
from tenants.units.context import current_unit


def unsent_articles() -> QuerySet[ArticlePage]:
    """Return live Vietnamese articles not on their way to the Sở, newest first; refused ones are not offered again."""
    known = Submission.objects.filter(sender=current_unit()).exclude(state=State.RECALLED)
    return (
        ArticlePage.objects.live()
        .filter(has_unpublished_changes=False, locale__language_code=settings.LANGUAGE_CODE)
        .exclude(pk__in=list(known.values_list("page_id", flat=True)))
        .order_by("-published_at", "-pk")
    )
