"""What keeps a page from being published or sent because of its files, in sentences for the editor."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.media.models import Faces, UnitDocument, UnitImage


class Obstacle(str):
    """The sentence for the editor. image: the picture it is about, for whoever offers a way out; None for a file."""

    __slots__ = ("image",)
    image: UnitImage | None

    def __new__(cls, sentence: str, image: UnitImage | None = None) -> "Obstacle":
        obstacle = super().__new__(cls, sentence)
        obstacle.image = image
        return obstacle


def publication_obstacles(images: Iterable[UnitImage], documents: Iterable[UnitDocument] = ()) -> list[Obstacle]:
    """Return one sentence for each image whose answer forbids publishing and each document that is a consent form.

    An empty list: nothing stands in the way. Costs one query when there are documents. Source: design.md §7 no. 21.
    """
    sentences = [_about_image(image) for image in dict.fromkeys(images) if not image.is_publishable]
    keys = [document.pk for document in documents]
    if keys:
        forms = UnitDocument.objects.filter(pk__in=keys, consented_images__isnull=False).distinct().order_by("pk")
        sentences += [
            Obstacle(
                _("Tệp “%(title)s” là giấy đồng ý của phụ huynh nên không đăng được. Hãy bỏ tệp này khỏi bài.")
                % {"title": form.title}
            )
            for form in forms
        ]
    return sentences


def _about_image(image: UnitImage) -> Obstacle:
    if image.faces == Faces.UNCONSENTED:
        text = _("Ảnh “%(title)s” có mặt học sinh nhưng chưa có giấy đồng ý. Hãy bổ sung giấy, làm mờ mặt hoặc bỏ ảnh.")
    else:
        text = _(
            "Ảnh “%(title)s” chưa có câu trả lời về mặt học sinh. Hãy mở ảnh này trong mục Ảnh và chọn câu trả lời."
        )
    return Obstacle(text % {"title": image.title}, image)
