"""The library's pages as an editor would leave them, on the portal, whose tree has all of its sections."""

from typing import Any

from sites.library.models import AlbumPage, LinksPage, ResourcePage, ResourcesPage

CLEANED = ["slug", "path", "depth", "numchild", "url_path", "content_type"]
ALBUMS, VIDEOS, RESOURCES, LINKS = "/anh/", "/video/", "/tai-nguyen/", "/he-thong-nghiep-vu/"


def figure(image: Any, *, alt: str = "Học sinh trồng cây", caption: str = "") -> dict[str, Any]:
    return {
        "type": "image",
        "value": {
            "image": {"image": image.pk, "alt_text": alt, "decorative": not alt},
            "caption": caption,
            "credit": "",
        },
    }


def video(title: str = "Ngày hội đọc sách", url: str = "https://video.vidu.example/1") -> dict[str, Any]:
    return {"type": "video", "value": {"url": url, "title": title, "poster": None}}


def link(name: str = "Cơ sở dữ liệu ngành", url: str = "https://csdl.vidu.example/", **values: Any) -> dict[str, Any]:
    value = {"purpose": "Nộp báo cáo đầu năm.", "audience": "giao-vien", "needs_login": True, **values}
    return {"type": "link", "value": {"name": name, "url": url, **value}}


def publish(page: Any) -> Any:
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def add_album(title: str = "Lễ khai giảng", *blocks: dict[str, Any], slug: str = "anh") -> AlbumPage:
    album = AlbumPage(title=title, body=list(blocks), live=False)
    AlbumPage.objects.get(slug=slug).add_child(instance=album)
    return publish(album)


def resource(title: str = "Đo bóng cột cờ", **fields: Any) -> ResourcePage:
    values = {
        "kind": "bai-giang",
        "subject": "toan",
        "grade": "8",
        "author": "Tổ Toán",
        "license": "cc-by",
        "url": "https://kho.vidu.example/",
        "live": False,
    }
    return ResourcePage(title=title, **(values | fields))


def add_resource(page: ResourcePage, *, section: str = "tai-nguyen") -> ResourcePage:
    page.full_clean(exclude=CLEANED)
    ResourcesPage.objects.get(slug=section).add_child(instance=page)
    return publish(page)


def put_links(*blocks: dict[str, Any], slug: str = "he-thong-nghiep-vu") -> LinksPage:
    page = LinksPage.objects.get(slug=slug)
    page.links = list(blocks)
    return publish(page)
