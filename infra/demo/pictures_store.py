"""Pictures of the demo as JPEG bytes, drawn once and kept under var/: drawing is the slow part of a first run."""

import io
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from django.conf import settings

from core.media.enums import Faces
from core.media.intake.accepted import AcceptedImage
from core.media.models import UnitImage
from infra.demo.pictures import describe, draw

SIZE = (1600, 900)
QUALITY = 82


def draw_missing(pictures: Iterable[tuple[str, int]]) -> int:
    """Draw what is not in the store yet, on both cores; return how many."""
    missing = sorted({picture for picture in pictures if not _path(*picture).exists()})
    _folder().mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(max_workers=2) as pool:
        for (scene, seed), data in zip(missing, pool.map(_jpeg, missing, chunksize=8), strict=True):
            _path(scene, seed).write_bytes(data)
    return len(missing)


def add_picture(*, scene: str, seed: int) -> UnitImage:
    """Add the picture to the active unit's images, with alternative text and the answer about faces."""
    text = describe(scene=scene, seed=seed)
    image = UnitImage(title=text[:80], description=text, credit="Tranh minh họa của Liên Thông", faces=Faces.NO_FACES)
    name = f"{scene}-{seed}.jpg"
    content = AcceptedImage(_path(scene, seed).read_bytes(), name=name, content_type="image/jpeg", size=SIZE)
    image.file.save(name, content, save=False)
    image.save()
    return image


def _jpeg(picture: tuple[str, int]) -> bytes:
    scene, seed = picture
    buffer = io.BytesIO()
    draw(scene=scene, seed=seed, size=SIZE).save(buffer, "JPEG", quality=QUALITY, optimize=False)
    return buffer.getvalue()


def _folder() -> Path:
    return Path(settings.VAR_DIR) / "demo-pictures"


def _path(scene: str, seed: int) -> Path:
    return _folder() / f"{scene}-{seed}.jpg"
