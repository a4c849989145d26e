"""What happens to a sent post when its source changes but stays public."""

from datetime import datetime

from django.db import transaction

from sites.exchange.build_edition import EditionBuilder
from sites.exchange.build_page import canonical_address
from sites.exchange.discard_copy import discard_copy
from sites.exchange.hold import hold_sources
from sites.exchange.send_article import store_files
from sites.exchange.take_down import is_taking_down, source_back
from sites.models import ArticlePage, RepublishedPage, SectionPage
from tenants.exchange.actions.send import send_new_edition
from tenants.exchange.actor import the_clock
from tenants.exchange.models import Submission
from tenants.exchange.states import FINAL, EditionStatus, Side, State
from tenants.units.context import current_site, current_unit, use_site
from tenants.units.models import UnitSite


def follow_changed_article(*, page: ArticlePage, at: datetime) -> None:
    """Offer the desk the new text of a sent post and correct its address; bring one back that was taken down.

    Costs one query for a post never sent.
    """
    sent = Submission.objects.filter(sender=current_unit(), page_id=page.pk).exclude(state__in=FINAL).first()
    if sent is None:
        return
    if sent.state != State.TAKEN_DOWN:
        _send_new_text(sent, page, at)
    elif not is_taking_down():
        source_back(page=page, actor=the_clock(Side.UNIT), at=at)
    follow_moved_article(page=page)


@transaction.atomic(savepoint=False)
def follow_moved_article(*, page: ArticlePage) -> None:
    """Correct the canonical address in the ledger and on the portal's copy after the source got another address."""
    path = page.get_url() or ""
    sent = Submission.objects.filter(sender=current_unit(), page_id=page.pk).exclude(state__in=FINAL)
    for submission in sent.exclude(path=path):
        submission.path = path
        submission.save(update_fields=["path"])
        if submission.portal_page_id:
            address = canonical_address(submission, current_site())
            portal = UnitSite.objects.select_related("unit__kind").get(unit=submission.receiver)
            with use_site(portal):
                RepublishedPage.objects.filter(pk=submission.portal_page_id).update(source_url=address)


@transaction.atomic(savepoint=False)
def follow_renamed_section(*, section: SectionPage) -> None:
    """Correct the addresses of sent posts below a section that was published, perhaps under a new slug.

    Wagtail's own signal of a changed slug says nothing of a section that had no revision before.
    """
    sent = Submission.objects.filter(sender=current_unit()).exclude(state__in=FINAL).values_list("page_id", flat=True)
    articles = list(ArticlePage.objects.descendant_of(section).live().filter(pk__in=list(sent)))
    hold_sources([article.pk for article in articles])
    for article in articles:
        follow_moved_article(page=article)


def _send_new_text(sent: Submission, page: ArticlePage, at: datetime) -> None:
    builder = EditionBuilder(page)
    content = builder.content()
    store_files(builder)
    edition = send_new_edition(
        submission_pk=sent.pk,
        content=content,
        revision_id=page.live_revision_id or 0,
        actor=the_clock(Side.UNIT),
        at=at,
    )
    if edition and edition.status == EditionStatus.CURRENT:
        discard_copy(edition.submission)  # an earlier editor's, with the words of the edition just replaced
