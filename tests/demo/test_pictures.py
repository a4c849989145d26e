"""The demo's drawings: the same for ever, different from one another, whole, and truly described."""

import os
import subprocess
import sys
from hashlib import sha256

import pytest
from PIL import Image, ImageChops

from infra.demo.pictures import SCENES, describe, draw

SMALL = (320, 180)
SEEDS = range(6)
UNPAINTED = (0, 0, 0)


def share_of_changed_pixels(first: Image.Image, second: Image.Image) -> float:
    difference = ImageChops.difference(first, second).convert("L").point(lambda value: 255 if value > 12 else 0)
    return difference.histogram()[255] / (first.width * first.height)


@pytest.mark.parametrize("scene", SCENES)
def test_picture_is_the_same_each_time(scene: str) -> None:
    assert draw(scene=scene, seed=7, size=SMALL).tobytes() == draw(scene=scene, seed=7, size=SMALL).tobytes()


def test_picture_is_the_same_in_another_process() -> None:
    code = (
        "import hashlib; from infra.demo.pictures import draw; "
        "print(hashlib.sha256(draw(scene='festival', seed=3, size=(320, 180)).tobytes()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "271"}
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert answer.stdout.strip() == sha256(draw(scene="festival", seed=3, size=SMALL).tobytes()).hexdigest()


@pytest.mark.parametrize("size", [(1600, 900), (600, 600), (400, 225)])
@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_draws_at_any_size(scene: str, size: tuple[int, int]) -> None:
    picture = draw(scene=scene, seed=1, size=size)
    assert (picture.size, picture.mode) == (size, "RGB")


@pytest.mark.parametrize("scene", SCENES)
def test_two_seeds_look_like_two_pictures(scene: str) -> None:
    pictures = [draw(scene=scene, seed=seed, size=SMALL) for seed in SEEDS]
    for index, picture in enumerate(pictures):
        for other in pictures[index + 1 :]:
            assert share_of_changed_pixels(picture, other) > 0.15


@pytest.mark.parametrize("scene", SCENES)
def test_picture_leaves_no_pixel_unpainted(scene: str) -> None:
    for seed in SEEDS:
        colors = draw(scene=scene, seed=seed, size=SMALL).getcolors(SMALL[0] * SMALL[1]) or []
        assert UNPAINTED not in {color for _, color in colors}


@pytest.mark.parametrize("scene", SCENES)
def test_description_is_one_vietnamese_sentence(scene: str) -> None:
    for seed in SEEDS:
        text = describe(scene=scene, seed=seed)
        assert text[0].isupper()
        assert text.endswith(".")
        assert text.count(".") == 1
        assert 40 <= len(text) <= 160
        assert not set("{}") & set(text)


def test_description_counts_the_pupils_that_are_drawn() -> None:
    assert {describe(scene="bridge", seed=seed).split()[0] for seed in range(40)} == {"Ba", "Bốn", "Năm", "Sáu"}


def test_unknown_scene_is_refused() -> None:
    with pytest.raises(KeyError):
        draw(scene="moon-landing", seed=1)
