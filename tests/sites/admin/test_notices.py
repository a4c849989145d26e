"""Notices reach the roles they are for, once, and are read together."""

import json

from tenants.exchange.models import Notice
from tenants.units.context import use_site
from tests.factories.exchange import send_post

URL = "/quan-tri/thong-bao/"


def test_publication_is_told_and_counted_until_read(log_in, an_binh) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    dung = log_in("dung@so.example")
    # The sidebar is drawn from JSON.
    assert json.dumps("Thông báo (1)").strip('"') in dung.get("/quan-tri/").content.decode()
    for step in ("nhan", "dang"):
        dung.post(f"/quan-tri/ban-bien-tap/{submission.pk}/{step}/")
    lan = log_in("lan@anbinh.example")
    page = lan.get(URL).content.decode()
    assert "1 thông báo chưa đọc." in page
    assert "Sở đã đăng bài “Trồng 500 cây xanh ven sông”." in page
    notice = Notice.objects.get(unit=an_binh.unit, role="editor")
    answer = lan.post(f"{URL}{notice.pk}/")
    assert answer["location"] == f"/quan-tri/bai-da-gui/{submission.page_id}/"
    assert "Thầy cô đã đọc hết thông báo." in lan.get(URL).content.decode()


def test_reading_all_reads_the_own_roles_only(log_in, an_binh) -> None:
    send_post(an_binh, "minh@anbinh.example")
    log_in("mai@so.example").post(f"{URL}da-doc/")
    assert Notice.objects.get(role="desk").read_at is None
    log_in("dung@so.example").post(f"{URL}da-doc/")
    assert Notice.objects.get(role="desk").read_at is not None


def test_notice_of_another_unit_or_role_is_not_there(log_in, an_binh, portal) -> None:
    send_post(an_binh, "minh@anbinh.example")
    notice = Notice.objects.get(role="desk")
    for email in ("minh@anbinh.example", "hoa@phuhoa.example", "mai@so.example"):
        assert log_in(email).post(f"{URL}{notice.pk}/").status_code == 404


def test_who_has_two_roles_reads_a_notice_once(log_in, an_binh) -> None:
    from core.identity.models import Identity
    from tenants.units.models import Membership, Role

    Membership.objects.create(
        identity=Identity.objects.get(email="lan@anbinh.example"), unit=an_binh.unit, role=Role.APPROVER
    )
    submission = send_post(an_binh, "minh@anbinh.example")
    dung = log_in("dung@so.example")
    for step in ("nhan", "dang"):
        dung.post(f"/quan-tri/ban-bien-tap/{submission.pk}/{step}/")
    lan = log_in("lan@anbinh.example")
    page = lan.get(URL).content.decode()
    assert page.count("Sở đã đăng bài “Trồng 500 cây xanh ven sông”.") == 1
    assert "1 thông báo chưa đọc." in page
    with use_site(an_binh):
        notice = Notice.objects.filter(unit=an_binh.unit, role="editor").get()
    lan.post(f"{URL}{notice.pk}/")
    assert not Notice.objects.filter(unit=an_binh.unit, role__in=["editor", "approver"], read_at=None).exists()
