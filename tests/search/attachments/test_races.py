"""Two units and one content at the same moment, on connections of their own."""

import threading

from django.db import connections, transaction

from search.attachments.models import AttachedText, Attachment
from search.attachments.worker import drain
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tests.search.attachments.samples import SENTENCE, docx, publish_with
from tests.support.network import site_of


def test_text_stays_when_one_unit_takes_down_what_another_is_publishing(own_database):
    with use_site(site_of("th-an-binh")):
        page = publish_with(docx(SENTENCE))

    def take_down() -> None:
        with use_site(site_of("th-an-binh")), transaction.atomic():
            page.unpublish()
        connections.close_all()

    other = threading.Thread(target=take_down)
    with use_site(site_of("th-phu-hoa")), transaction.atomic():
        publish_with(docx(SENTENCE), title="Ở Phú Hòa")
        other.start()
        other.join(1)
        assert other.is_alive()  # it waits for the text that is being linked here
    other.join(30)
    assert Attachment.objects.get().entry.title == "Ở Phú Hòa"
    drain()
    assert AttachedText.objects.get().pages == [[None, SENTENCE]]
    assert Entry.objects.live().filter(search_vector="sinh").count() == 1
