"""An uploaded picture becomes safe, small and upright, or one sentence."""

import random
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from core.media.intake import AcceptedImage, IntakeRefused, accept_image
from core.media.intake.decode import LONG_SIDE
from core.media.intake.weight import IMAGE_LIMIT
from tests.core.media.samples import (
    SECRET,
    archive,
    image_bytes,
    noise,
    pdf,
    phone_photo,
    picture,
    png_header,
    swapped_profile,
    upload,
)

RED = (200, 30, 30)
BLUE = (30, 30, 200)


def accept(name: str, content: bytes) -> AcceptedImage:
    return accept_image(upload(name, content))


def refusal(name: str, content: bytes) -> IntakeRefused:
    with pytest.raises(IntakeRefused) as refused:
        accept(name, content)
    return refused.value


def opened(accepted: AcceptedImage) -> Image.Image:
    return Image.open(BytesIO(accepted.read()))


def is_near(pixel: tuple[int, ...], color: tuple[int, int, int]) -> bool:
    return all(abs(have - want) < 40 for have, want in zip(pixel, color, strict=False))


def test_photo_of_12_megabytes_is_shrunk_turned_and_stripped() -> None:
    raw = phone_photo()
    assert 11_000_000 < len(raw) < IMAGE_LIMIT
    accepted = accept("Ảnh lễ khai giảng.JPG", raw)
    content = accepted.read()
    assert (accepted.width, accepted.height) == (1920, LONG_SIDE)
    assert opened_size(content) == (1920, LONG_SIDE)
    assert accepted.name == "anh-le-khai-giang.jpg"
    for trace in (SECRET, b"Exif", b"PhoneMaker", b"xmpmeta", b"ICC_PROFILE"):
        assert trace not in content


def opened_size(content: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(content)).size


@pytest.mark.parametrize(
    ("orientation", "upright"),
    [(1, "left"), (2, "right"), (3, "right"), (4, "left"), (5, "top"), (6, "top"), (7, "bottom"), (8, "bottom")],
)
def test_every_exif_orientation_is_turned_upright(orientation: int, upright: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    seen = opened(accept("a.jpg", image_bytes(picture(), "JPEG", exif=exif.tobytes())))
    width, height = seen.size
    places = {
        "left": (width // 4, height // 2),
        "right": (width * 3 // 4, height // 2),
        "top": (width // 2, height // 4),
        "bottom": (width // 2, height * 3 // 4),
    }
    assert is_near(seen.getpixel(places[upright]), RED)


def test_broken_exif_does_not_cost_the_photo() -> None:
    accepted = accept("a.jpg", image_bytes(picture(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"))
    assert accepted.width == 320


@pytest.mark.parametrize(
    ("name", "kind", "mode", "stored"),
    [
        ("a.jpg", "JPEG", "RGB", "image/jpeg"),
        ("a.jpeg", "JPEG", "L", "image/jpeg"),
        ("a.jfif", "JPEG", "CMYK", "image/jpeg"),
        ("a.png", "PNG", "RGB", "image/png"),
        ("a.png", "PNG", "P", "image/png"),
        ("a.png", "PNG", "1", "image/png"),
        ("a.png", "PNG", "I;16", "image/png"),
        ("a.webp", "WEBP", "RGB", "image/jpeg"),
        ("a.gif", "GIF", "P", "image/png"),
        ("a.heic", "HEIF", "RGB", "image/jpeg"),
        ("a.HEIF", "HEIF", "RGB", "image/jpeg"),
        ("khong-duoi", "JPEG", "RGB", "image/jpeg"),
    ],
)
def test_every_taken_kind_is_stored_as_jpeg_or_png(name: str, kind: str, mode: str, stored: str) -> None:
    image = picture().convert("L").convert("I;16") if mode == "I;16" else picture(mode=mode)
    accepted = accept(name, image_bytes(image, kind))
    assert accepted.content_type == stored
    assert opened(accepted).get_format_mimetype() == stored
    assert (accepted.width, accepted.height) == (320, 200)


def test_colors_survive_each_way_in() -> None:
    for kind, mode in (("JPEG", "CMYK"), ("PNG", "P"), ("WEBP", "RGB"), ("HEIF", "RGB"), ("GIF", "P")):
        seen = opened(accept("a", image_bytes(picture(mode=mode), kind))).convert("RGB")
        assert is_near(seen.getpixel((50, 100)), RED), kind
        assert is_near(seen.getpixel((250, 100)), BLUE), kind


def test_embedded_profile_is_turned_into_srgb() -> None:
    seen = opened(accept("a.png", image_bytes(picture(), "PNG", icc_profile=swapped_profile())))
    red, green, _ = seen.getpixel((50, 100))
    assert green > red
    assert "icc_profile" not in seen.info


def test_broken_profile_is_ignored() -> None:
    seen = opened(accept("a.png", image_bytes(picture(), "PNG", icc_profile=b"no profile")))
    assert is_near(seen.getpixel((50, 100)), RED)


def test_transparency_is_kept() -> None:
    drawn = picture(mode="RGBA")
    drawn.putpixel((0, 0), (0, 0, 0, 0))
    for kind in ("PNG", "WEBP"):
        accepted = accept("a", image_bytes(drawn, kind, lossless=True))
        assert accepted.content_type == "image/png"
        assert opened(accepted).getpixel((0, 0))[3] == 0


def test_transparent_drawing_larger_than_the_limit_is_shrunk() -> None:
    accepted = accept("a.png", image_bytes(picture(6000, 40, mode="RGBA"), "PNG"))
    assert (accepted.width, accepted.height) == (LONG_SIDE, 17)


def test_photograph_saved_as_png_becomes_jpeg() -> None:
    accepted = accept("a.png", image_bytes(noise(2500, 2000), "PNG"))
    assert (accepted.content_type, accepted.name) == ("image/jpeg", "a.jpg")


def test_animation_keeps_its_first_frame() -> None:
    frames = [picture(), picture().rotate(180)]
    for kind in ("GIF", "WEBP"):
        seen = opened(accept("a", image_bytes(frames[0], kind, save_all=True, append_images=frames[1:])))
        assert getattr(seen, "n_frames", 1) == 1
        assert is_near(seen.convert("RGB").getpixel((50, 100)), RED)


def test_same_photo_gives_the_same_content_each_time() -> None:
    raw = image_bytes(picture(), "JPEG")
    assert accept("a.jpg", raw).sha256 == accept("b.jpg", raw).sha256


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", b"", "empty"),
        ("a.jpg", b"\xff" * (IMAGE_LIMIT + 1), "too_large"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "svg"),
        ("a.png", b"<?xml version='1.0'?>\n<!-- x -->\n<svg onload='alert(1)'/>", "svg"),
        ("a.svg", "<svg/>".encode("utf-16"), "svg"),
        ("a.jpg", image_bytes(picture(), "PNG"), "wrong_type"),
        ("a.png", image_bytes(picture(), "JPEG"), "wrong_type"),
        ("a.jpg", pdf(), "wrong_type"),
        ("a.jpg", b"MZ" + b"\0" * 200, "wrong_type"),
        ("a.png", b"<html><script>alert(1)</script></html>", "wrong_type"),
        ("a.gif", archive({"a.txt": b"a"}), "wrong_type"),
        ("a.jpg", b"plain words", "wrong_type"),
        ("a.exe", b"MZ" + b"\0" * 200, "unknown_type"),
        ("a.tiff", image_bytes(picture(), "TIFF"), "unknown_type"),
        ("a.bmp", image_bytes(picture(), "BMP"), "unknown_type"),
        ("a.avif", image_bytes(picture(), "AVIF"), "unknown_type"),
        ("a.png", png_header(30_000, 30_000), "too_many_pixels"),
        ("a.png", png_header(8000, 8000), "too_many_pixels"),
        ("a.png", png_header(4000, 3000), "truncated"),
        ("a.jpg", image_bytes(noise(800, 600), "JPEG")[:-4000], "truncated"),
        ("a.jpg", image_bytes(noise(800, 600), "JPEG")[:200], "damaged"),
        ("a.png", image_bytes(noise(800, 600), "PNG")[:-4000], "truncated"),
        ("a.jpg", b"\xff\xd8\xff\xe0 not much", "damaged"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ....", "damaged"),
    ],
)
def test_bad_picture_is_refused_in_a_sentence(name: str, content: bytes, code: str) -> None:
    refused = refusal(name, content)
    assert refused.code == code
    assert str(refused).endswith(".")
    assert "Hãy" in str(refused)


def test_each_reason_has_its_own_sentence() -> None:
    reasons = [
        refusal("a.jpg", b""),
        refusal("a.jpg", b"\xff" * (IMAGE_LIMIT + 1)),
        refusal("a.svg", b"<svg/>"),
        refusal("a.jpg", pdf()),
        refusal("a.exe", b"MZ"),
        refusal("a.png", png_header(30_000, 30_000)),
        refusal("a.jpg", image_bytes(noise(800, 600), "JPEG")[:-4000]),
        refusal("a.jpg", b"\xff\xd8\xff\xe0 not much"),
    ]
    assert len({str(reason) for reason in reasons}) == len(reasons)
    assert str(reasons[3]) == "Tệp này mang đuôi .jpg nhưng bên trong là PDF. Hãy chọn đúng tệp rồi tải lại."
    assert "nặng 15,1 MB, mức tối đa là 15 MB" in str(reasons[1])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_flipped_bytes_are_accepted_or_refused_but_never_crash(kind: str) -> None:
    dice = random.Random(kind)  # noqa: S311  # the same flips each run
    whole = image_bytes(noise(120, 80), kind, **({"icc_profile": swapped_profile()} if kind == "JPEG" else {}))
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        with suppress(IntakeRefused):
            accept("a", bytes(broken[: dice.randint(len(broken) // 2, len(broken))]))
