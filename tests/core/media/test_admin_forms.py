"""Every road by which the admin takes a file asks the question about faces and refuses in one sentence."""

from pathlib import Path
from typing import Any

import pytest
from wagtail.models import UploadedFile

from core.media.models import Faces, UnitDocument, UnitImage
from tests.core.media.conftest import Reader, make_document, make_image, make_page
from tests.core.media.samples import SECRET, image_bytes, office, pdf, phone_photo, picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_an_binh")]

QUESTION = "Ảnh có nhìn rõ mặt học sinh không?"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def send_one(lan: Reader, name: str, content: bytes, **data: Any) -> Any:
    """Drop one picture on the page for several."""
    return lan.post("/quan-tri/images/multiple/add/", {"files[]": upload(name, content), **data}).json()


def choose(lan: Reader, name: str, content: bytes, **data: Any) -> Any:
    fields = {"title": "Lễ khai giảng", "file": upload(name, content), **data}
    prefixed = {f"image-chooser-upload-{key}": value for key, value in fields.items()}
    return lan.post("/quan-tri/images/chooser/create/", prefixed).json()


def test_multiple_upload_takes_a_phone_photo_and_asks(lan: Reader) -> None:
    answer = send_one(lan, "Ảnh lễ.JPG", phone_photo(900, 600, quality=80))
    image = UnitImage.objects.get(pk=answer["image_id"])
    assert answer["success"]
    assert QUESTION in answer["form"]
    assert f'name="image-{image.pk}-faces"' in answer["form"]
    assert "checked" not in answer["form"]
    assert image.faces == Faces.UNANSWERED
    assert image.uploaded_by_user.email == "lan@anbinh.example"
    assert SECRET not in Path(image.file.path).read_bytes()


def test_answer_is_required_where_nothing_would_be_lost(lan: Reader) -> None:
    image = make_image(faces=Faces.UNANSWERED)
    address, prefix = f"/quan-tri/images/multiple/{image.pk}/", f"image-{image.pk}-"
    refused = lan.post(address, {prefix + "title": "Mới", prefix + "tags": ""}).json()
    assert not refused["success"]
    assert "Chưa có câu trả lời. Hãy cho biết ảnh có nhìn rõ mặt học sinh không." in refused["form"]
    data = {prefix + "title": "Mới", prefix + "tags": "", prefix + "faces": "consented", prefix + "description": "Cờ"}
    assert lan.post(address, data).json()["success"]
    image.refresh_from_db()
    assert (image.title, image.faces, image.description) == ("Mới", Faces.CONSENTED, "Cờ")


def test_unanswered_is_not_among_the_answers(lan: Reader) -> None:
    image = make_image(faces=Faces.UNANSWERED)
    prefix = f"image-{image.pk}-"
    data = {prefix + "title": "Mới", prefix + "faces": "unanswered"}
    assert not lan.post(f"/quan-tri/images/multiple/{image.pk}/", data).json()["success"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.svg", SVG, "Ảnh SVG có thể chứa mã"),
        ("a.jpg", SVG, "Ảnh SVG có thể chứa mã"),
        ("a.jpg", b"", "Tệp này trống"),
        ("a.jpg", pdf(), "bên trong là PDF"),
        ("a.jpg", image_bytes(picture(900, 700), "JPEG")[:-300], "thiếu phần cuối"),
    ],
)
def test_bad_picture_gets_the_same_sentence_on_every_road(lan: Reader, name: str, content: bytes, words: str) -> None:
    answer = send_one(lan, name, content)
    assert not answer["success"]
    assert answer["error_message"].startswith(words) or words in answer["error_message"]
    assert "\n" not in answer["error_message"]
    assert words in choose(lan, name, content)["htmlFragment"]
    page = lan.post("/quan-tri/images/add/", {"title": "a", "file": upload(name, content)})
    assert words in page.content.decode()
    assert not UnitImage.objects.exists()
    assert not UploadedFile.objects.exists()


def test_chooser_asks_and_keeps_a_picture_whose_question_stayed_open(lan: Reader) -> None:
    assert QUESTION in lan.get("/quan-tri/images/chooser/").json()["html"]
    choose(lan, "a.jpg", image_bytes(picture(), "JPEG"))
    image = UnitImage.objects.get()
    assert image.faces == Faces.UNANSWERED
    choose(lan, "b.jpg", image_bytes(picture(400), "JPEG"), faces="no_faces", credit="Cô Hạnh")
    answered = UnitImage.objects.exclude(pk=image.pk).get()
    assert (answered.faces, answered.credit) == (Faces.NO_FACES, "Cô Hạnh")


def test_title_that_is_too_long_stores_no_raw_photo_behind_the_form(lan: Reader) -> None:
    answer = send_one(lan, "a.jpg", phone_photo(900, 600, quality=80), title="x" * 300)
    waiting = UploadedFile.objects.get(pk=answer["uploaded_file_id"])
    prefix = f"uploaded-image-{waiting.pk}-"
    data = {prefix + "title": "Ngắn", prefix + "tags": "", prefix + "faces": "no_faces"}
    assert lan.post(f"/quan-tri/images/multiple/create_from_uploaded_image/{waiting.pk}/", data).json()["success"]
    image = UnitImage.objects.get()
    assert SECRET not in Path(image.file.path).read_bytes()
    assert (image.width, image.height) == (600, 900)


def test_edit_page_offers_the_form_of_consent(lan: Reader) -> None:
    image, document = make_image(), make_document("Giấy đồng ý lớp 3A")
    page = lan.get(f"/quan-tri/images/{image.pk}/").content.decode()
    assert QUESTION in page
    assert 'name="consent_document"' in page
    assert "wagtaildocs/js/document-chooser.js" in page
    data = {"title": "Lễ", "faces": "consented", "consent_document": document.pk, "consent_note": "Ký 5/9"}
    assert lan.post(f"/quan-tri/images/{image.pk}/", data).status_code == 302
    image.refresh_from_db()
    assert (image.faces, image.consent_document) == (Faces.CONSENTED, document)


def test_withdrawn_consent_hides_the_picture_at_once(lan: Reader, reader: Reader) -> None:
    image = make_image(faces=Faces.CONSENTED)
    make_page(image=image)
    address = image.file.url
    assert reader.status(address) == 200
    assert lan.post(f"/quan-tri/images/{image.pk}/", {"title": "Lễ", "faces": "unconsented"}).status_code == 302
    assert reader.status(address) == 404


def test_replaced_picture_gets_a_new_address_and_the_old_one_dies(
    lan: Reader, reader: Reader, django_capture_on_commit_callbacks: Any
) -> None:
    image = make_image()
    make_page(image=image)
    old, old_rendition = image.file.url, image.get_rendition("width-100").url
    file = upload("moi.png", image_bytes(picture(500, 400), "PNG"))
    with django_capture_on_commit_callbacks(execute=True):
        lan.post(f"/quan-tri/images/{image.pk}/", {"title": "Lễ", "faces": "no_faces", "file": file})
    new = UnitImage.objects.get(pk=image.pk)
    assert (new.width, new.filename) == (500, "moi.png")
    assert [reader.status(address) for address in (old, old_rendition, new.file.url)] == [404, 404, 200]
    assert not Path(image.file.path).exists()


@pytest.mark.parametrize("name", ["Kế hoạch.pdf", "Kế hoạch.docx"])
def test_document_is_taken_under_plain_letters(lan: Reader, name: str) -> None:
    content = pdf() if name.endswith("pdf") else office("docx")
    answer = lan.post("/quan-tri/documents/multiple/add/", {"files[]": upload(name, content)}).json()
    document = UnitDocument.objects.get(pk=answer["doc_id"])
    assert document.filename == f"ke-hoach.{name.rsplit('.', maxsplit=1)[-1]}"
    assert document.title == name
    assert len(document.content_hash) == 64
    assert document.uploaded_by_user.email == "lan@anbinh.example"


def test_bad_document_is_refused_on_every_road(lan: Reader) -> None:
    words = "bên trong là EXE"
    answer = lan.post("/quan-tri/documents/multiple/add/", {"files[]": upload("a.pdf", b"MZ" + b"\0" * 300)}).json()
    assert words in answer["error_message"]
    fields = {"title": "a", "file": upload("a.pdf", b"MZ" + b"\0" * 300)}
    prefixed = {f"document-chooser-upload-{key}": value for key, value in fields.items()}
    assert words in lan.post("/quan-tri/documents/chooser/create/", prefixed).json()["htmlFragment"]
    assert not UnitDocument.objects.exists()


def test_upload_pages_name_limits_in_vietnamese(lan: Reader) -> None:
    images = lan.get("/quan-tri/images/multiple/add/").content.decode()
    assert "nặng tối đa 15 MB" in images
    assert 'data-max-file-size="15728640"' in images
    documents = lan.get("/quan-tri/documents/multiple/add/").content.decode()
    assert "nặng tối đa 20 MB" in documents
    assert 'data-max-file-size="20971520"' in documents
