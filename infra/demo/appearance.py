"""How some of the demo's units look, and the pages of introduction they have filled already."""

from django.db import transaction

from infra.demo import stream
from infra.demo.texts import CONTENT, tables
from sites.models import HomePage, StandardPage

# Forms of the name: short, English.
NAMES = {
    "so-gddt": ("", "Quang Tri Department of Education and Training"),
    "th-khe-sanh": ("Tiểu học Khe Sanh", "Khe Sanh Primary School"),
    "thpt-thach-han": ("THPT Thạch Hãn", "Thach Han Upper Secondary School"),
}
# One school puts the province's news before its own.
BLOCKS = {"thcs-cua-viet": ["from_department", "today", "news"]}


@transaction.atomic
def add_appearance(code: str) -> None:
    """Give the active unit the names and the order of its home page, and publish its pages of introduction."""
    short_name, english_name = NAMES.get(code, ("", ""))
    HomePage.objects.update(short_name=short_name, english_name=english_name, block_order=BLOCKS.get(code, []))
    for row in tables(CONTENT / "starting_pages.toml", "page"):
        if row["unit"] == code:
            page = StandardPage.objects.get(slug=row["slug"])
            page.body = stream.blocks(row["body"])
            page.save_revision(log_action=False).publish(log_action=False)
