"""What keeps a page from being published because of its files."""

import pytest

from core.media.actions.obstacles import publication_obstacles
from core.media.models import Faces, UnitImage
from tests.core.media.conftest import Reader, make_document, make_image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_an_binh")]


@pytest.mark.parametrize(
    ("faces", "sentences"),
    [
        (Faces.NO_FACES, []),
        (Faces.CONSENTED, []),
        (
            Faces.UNCONSENTED,
            [
                "Ảnh “Lễ” có mặt học sinh nhưng chưa có giấy đồng ý. Hãy bổ sung giấy, làm mờ mặt hoặc bỏ ảnh.",
            ],
        ),
        (
            Faces.UNANSWERED,
            [
                "Ảnh “Lễ” chưa có câu trả lời về mặt học sinh. Hãy mở ảnh này trong mục Ảnh và chọn câu trả lời.",
            ],
        ),
    ],
)
def test_each_answer_has_its_consequence(faces: Faces, sentences: list[str]) -> None:
    assert publication_obstacles([make_image("Lễ", faces=faces)]) == sentences


def test_one_sentence_for_an_image_used_twice() -> None:
    image = make_image(faces=Faces.UNCONSENTED)
    assert len(publication_obstacles([image, UnitImage.objects.get(pk=image.pk)])) == 1


def test_form_of_consent_cannot_be_published() -> None:
    document, plan = make_document("Giấy đồng ý"), make_document("Kế hoạch")
    make_image(faces=Faces.CONSENTED, consent_document=document)
    make_image(faces=Faces.CONSENTED, consent_document=document)
    assert publication_obstacles([], [document, plan]) == [
        "Tệp “Giấy đồng ý” là giấy đồng ý của phụ huynh nên không đăng được. Hãy bỏ tệp này khỏi bài."
    ]


def test_form_of_consent_in_use_is_not_deleted(lan: Reader) -> None:
    document, image = make_document("Giấy đồng ý"), make_image(faces=Faces.UNCONSENTED)
    data = {"title": "Lễ", "faces": "consented", "consent_document": document.pk}
    assert lan.post(f"/quan-tri/images/{image.pk}/", data).status_code == 302
    lan.post(f"/quan-tri/documents/delete/{document.pk}/")
    lan.post(f"/quan-tri/bulk/media/unitdocument/delete/?id={document.pk}", {})
    document.refresh_from_db()
