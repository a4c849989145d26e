"""A picture of 50 megapixels stays within 400 MB, measured in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.media.samples import image_bytes, picture

MEASURE = """
import sys
from django.conf import settings
settings.configure(USE_I18N=False)
from django.core.files.base import File
from core.media.intake import accept_image

def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024

before = peak()
with open(sys.argv[1], "rb") as source:
    accepted = accept_image(File(source))
print(peak() - before, max(accepted.width, accepted.height))
"""


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"quality": 85}),
        ("JPEG", {"quality": 80, "progressive": True}),
        ("HEIF", {"quality": 10, "enc_params": {"preset": "ultrafast"}}),
    ],
)
def test_photo_of_50_megapixels_takes_at_most_400_megabytes(kind: str, options: dict, tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(image_bytes(picture(8688, 5792), kind, **options))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(photo)], capture_output=True, text=True, check=True, timeout=120
    )
    megabytes, long_side = map(int, done.stdout.split())
    assert long_side == 2560
    assert megabytes <= 400
