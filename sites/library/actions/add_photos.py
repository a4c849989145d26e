from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts.models import User
from core.media.models import UnitImage
from sites.library.blocks import MOST_ITEMS
from sites.library.models import AlbumPage


class AlbumError(Exception):
    """Refusal to change an album; the message is Vietnamese and fit to show to the editor."""


@transaction.atomic
def add_photos(*, page_id: int, photos: Sequence[tuple[UnitImage, str]], user: User) -> int:
    """Add pictures at the end of the album's newest draft; return how many. What the album holds already is left out.

    photos: picture and its alternative text. Readers see them when somebody publishes the draft. Raise AlbumError
    when the album is full.
    """
    # Two people who add at once: the second goes on from the first one's draft.
    stored = AlbumPage.objects.select_for_update(of=("self",), no_key=True).get(pk=page_id)
    album = stored.get_latest_revision_as_object()
    held = {block.value["image"].pk for block in album.body if block.block_type == "image" and block.value["image"]}
    new = [(image, words) for image, words in photos if image.pk not in held]
    if len(album.body) + len(new) > MOST_ITEMS:
        raise AlbumError(
            _("Bộ ảnh có nhiều nhất %(most)d ảnh, video. Hãy bỏ bớt hoặc tạo bộ mới.") % {"most": MOST_ITEMS}
        )
    album.body = [*album.body.get_prep_value(), *(_figure(image, words) for image, words in new)]
    album.save_revision(user=user, log_action=True)
    return len(new)


def _figure(image: UnitImage, words: str) -> dict[str, object]:
    picture = {"image": image.pk, "alt_text": words, "decorative": False}
    return {"type": "image", "value": {"image": picture, "caption": "", "credit": image.credit}}
