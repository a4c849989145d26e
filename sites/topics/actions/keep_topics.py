from collections.abc import Sequence

from django.conf import settings
from django.db import transaction
from wagtail.log_actions import log

from core.accounts.models import User
from sites.models import HomePage
from sites.topics.book import Topic
from tenants.units.generation import raise_generation


@transaction.atomic
def keep_topics(*, topics: Sequence[Topic], user: User) -> None:
    """Store the unit's list in this order. Posts keep the slugs they hold: a topic put back has its posts again."""
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    before = [row["name"] for row in home.topics]
    stored = [topic._asdict() for topic in topics]
    HomePage.objects.filter(pk=home.pk).update(topics=stored)
    raise_generation()
    after = [topic.name for topic in topics]
    log(home, "wagtail.edit", user=user, data={"before": before, "after": after})
