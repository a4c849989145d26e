""" "Viết bài": one form on a phone; nothing typed and no photograph is ever lost."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.media.actions.blur_faces import Box, blur_faces
from core.media.models import Faces, UnitImage
from sites.models import ArticlePage, SectionPage
from tenants.units.context import use_site
from tenants.units.statuses import EFFECTS, UnitStatus
from tests.factories.pictures import jpeg, make_image

URL = "/quan-tri/viet-bai/"
TEXT = "Sáng thứ Bảy, thầy trò trồng cây ven sông.\n\nPhụ huynh mang theo cuốc xẻng."


@pytest.fixture
def minh(log_in):
    return log_in("minh@anbinh.example")


@pytest.fixture
def section(an_binh) -> int:
    with use_site(an_binh):
        return SectionPage.objects.get(key="tin-tuc").pk


def filled(section: int, **changes) -> dict:
    return {
        "token": str(uuid4()),
        "title": "Trồng cây ven sông",
        "summary": "",
        "text": TEXT,
        "section": section,
        "step": "publish",
        **changes,
    }


def articles(site) -> list[ArticlePage]:
    with use_site(site):
        return list(ArticlePage.objects.all())


def uploaded(site) -> list[UnitImage]:
    with use_site(site):
        return list(UnitImage.objects.order_by("pk"))


def answered(image: UnitImage, *, faces: str = Faces.NO_FACES, alt: str = "Học sinh trồng cây") -> dict:
    return {"photo": [image.pk], f"photo-{image.pk}-alt": alt, f"photo-{image.pk}-faces": faces}


def test_approver_publishes_and_is_offered_to_send(minh, section, an_binh) -> None:
    response = minh.post(URL, filled(section))
    (page,) = articles(an_binh)
    assert page.live
    assert page.title == "Trồng cây ven sông"
    assert response["location"] == f"/quan-tri/bai-da-gui/{page.pk}/gui/"
    assert response.cookies["lt_written"].value == str(page.translation_key)  # the device may forget its copy
    assert page.body[0].value.source.count("<p") == 2


def test_author_submits_to_the_approver(log_in, section, an_binh) -> None:
    thu = log_in("thu@anbinh.example")
    page = thu.get(URL).content.decode()
    assert "Gửi duyệt" in page
    assert "Đăng trên trang trường" not in page
    thu.post(URL, filled(section, step="submit"))
    (article,) = articles(an_binh)
    assert not article.live
    with use_site(an_binh):
        assert article.workflow_in_progress
    assert "gửi duyệt bài “Trồng cây ven sông”" in log_in("minh@anbinh.example").get("/quan-tri/").content.decode()


def test_author_cannot_publish_by_forging_the_button(log_in, section, an_binh) -> None:
    log_in("thu@anbinh.example").post(URL, filled(section, step="publish"))
    assert not any(page.live for page in articles(an_binh))


def test_draft_needs_only_a_title(minh, section, an_binh) -> None:
    minh.post(URL, filled(section, step="draft", text=""))
    (page,) = articles(an_binh)
    assert not page.live
    assert "Trồng cây ven sông" in minh.get("/quan-tri/").content.decode()


def test_missing_title_keeps_text_and_photographs(minh, section, an_binh) -> None:
    response = minh.post(URL, filled(section, title="", files=[jpeg(), jpeg("hai.jpg", color="tan")]))
    page = response.content.decode()
    assert "Thầy cô chưa viết tiêu đề." in page
    assert "Phụ huynh mang theo cuốc xẻng." in page
    assert len(uploaded(an_binh)) == 2
    for image in uploaded(an_binh):
        assert f'name="photo" value="{image.pk}"' in page
    assert articles(an_binh) == []


def test_adding_photographs_asks_without_scolding(minh, section, an_binh) -> None:
    page = minh.post(URL, filled(section, step="upload", title="", files=[jpeg()])).content.decode()
    assert "Ảnh có nhìn rõ mặt học sinh không?" in page
    assert "Thầy cô chưa viết tiêu đề" not in page
    assert "checked" not in page  # nothing is ticked beforehand
    assert articles(an_binh) == []


def test_photographs_stand_in_the_post_in_their_order(minh, section, an_binh) -> None:
    minh.post(URL, filled(section, step="upload", files=[jpeg(), jpeg("hai.jpg", color="tan")]))
    first, second = uploaded(an_binh)
    answers = answered(first) | answered(second, alt="Cô giáo phát cây") | {"photo": [first.pk, second.pk]}
    minh.post(URL, filled(section) | answers)
    (page,) = articles(an_binh)
    assert page.cover_image_id == first.pk
    with use_site(an_binh):
        assert [block.block_type for block in page.body] == ["paragraph", "image"]
        assert page.body[1].value["image"].contextual_alt_text == "Cô giáo phát cây"


def test_answers_are_asked_before_publication(minh, section, an_binh) -> None:
    page = minh.post(URL, filled(section, files=[jpeg()])).content.decode()
    assert "Ảnh thứ 1 chưa có lời mô tả cho người không nhìn thấy." in page
    assert "Ảnh thứ 1 chưa có câu trả lời về mặt học sinh." in page
    assert articles(an_binh) == []


def test_picture_without_consent_is_not_published(minh, section, an_binh) -> None:
    minh.post(URL, filled(section, step="upload", files=[jpeg()]))
    (image,) = uploaded(an_binh)
    page = minh.post(URL, filled(section) | answered(image, faces=Faces.UNCONSENTED)).content.decode()
    assert "Hãy bổ sung giấy, làm mờ mặt hoặc bỏ ảnh." in page
    assert articles(an_binh) == []
    minh.post(URL, filled(section, step="draft") | answered(image, faces=Faces.UNCONSENTED))
    assert len(articles(an_binh)) == 1


def test_removed_photograph_stays_out(minh, section, an_binh) -> None:
    minh.post(URL, filled(section, step="upload", files=[jpeg()]))
    (image,) = uploaded(an_binh)
    minh.post(URL, filled(section) | {"photo": [image.pk], f"photo-{image.pk}-remove": "on"})
    (page,) = articles(an_binh)
    assert page.cover_image is None


def test_refused_file_is_named_and_the_others_stay(minh, section, an_binh) -> None:
    lie = SimpleUploadedFile("bang diem.jpg", b"%PDF-1.7 not a picture", content_type="image/jpeg")
    page = minh.post(URL, filled(section, step="upload", files=[lie, jpeg()])).content.decode()
    assert "Tệp “bang diem.jpg”:" in page
    assert len(uploaded(an_binh)) == 1


def test_the_same_form_sent_twice_makes_one_post(minh, section, an_binh) -> None:
    data = filled(section)
    first, second = minh.post(URL, data), minh.post(URL, data)
    assert len(articles(an_binh)) == 1
    assert first["location"] == second["location"]


def test_the_same_photograph_sent_twice_is_stored_once(minh, section, an_binh) -> None:
    for _ in range(2):
        minh.post(URL, filled(section, step="upload", files=[jpeg()]))
    assert len(uploaded(an_binh)) == 1


def test_pictures_of_others_are_not_taken_from_a_forged_form(minh, section, an_binh) -> None:
    with use_site(an_binh):
        foreign = make_image()
    minh.post(URL, filled(section) | answered(foreign))
    (page,) = articles(an_binh)
    assert page.cover_image is None


def test_suspended_unit_keeps_the_words(minh, section, an_binh, monkeypatch) -> None:
    monkeypatch.setitem(EFFECTS, UnitStatus.ACTIVE, replace(EFFECTS[UnitStatus.ACTIVE], may_publish=False))
    page = minh.post(URL, filled(section)).content.decode()
    assert "Đơn vị đang tạm dừng nên chưa đăng bài được." in page
    assert "Phụ huynh mang theo cuốc xẻng." in page
    assert articles(an_binh) == []


def test_pasted_markup_stays_words(minh, section, an_binh, visitor) -> None:
    minh.post(URL, filled(section, text="Chào <script>alert(1)</script> các em"))
    (page,) = articles(an_binh)
    answer = visitor("th-an-binh").get(page.url_path.replace("/trang-chu", "")).content.decode()
    assert "<script>alert(1)" not in answer


def test_picture_blurred_in_another_tab_no_longer_stands_in_the_way(minh, section, an_binh) -> None:
    minh.post(URL, filled(section, step="upload", files=[jpeg()]))
    (image,) = uploaded(an_binh)
    form = filled(section) | answered(image, faces=Faces.UNCONSENTED) | {f"photo-{image.pk}-about": image.token}
    refused = minh.post(URL, form)
    assert f"/quan-tri/anh/{image.pk}/lam-mo-mat/" in refused.text
    with use_site(an_binh):
        blur_faces(image=image, boxes=[Box(10, 10, 30, 30)])
    minh.post(URL, form)
    (page,) = articles(an_binh)
    assert page.live
    assert uploaded(an_binh)[0].faces == Faces.NO_FACES
