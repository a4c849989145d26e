"""Groups of figures set on the ground: pupils in a yard, ranks seen from behind, walkers on a path."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BRIGHT, darker
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.frame import View
from infra.demo.pictures.parts.layout import Depth, clusters
from infra.demo.pictures.parts.people import Person, pupil

STANDING: tuple[tuple[str, str], ...] = (
    ("down", "down"),
    ("wave", "down"),
    ("hip", "down"),
    ("hold", "hold"),
    ("down", "wave"),
    ("book", "book"),
)

IN_PROFILE: tuple[tuple[str, str], ...] = (("down", "down"), ("down", "ahead"), ("hold", "ahead"), ("down", "hip"))
VIEWS: tuple[View, ...] = ("front", "front", "left", "right", "back")


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A strip of ground figures stand on: where it begins and ends, and how tall a figure is at either edge."""

    far: float
    near: float
    heights: tuple[float, float]

    def height_at(self, share: float) -> float:
        """Return the height of a figure at `share` of the way from the far to the near edge."""
        return self.heights[0] + (self.heights[1] - self.heights[0]) * share

    def y_at(self, share: float) -> float:
        return self.far + (self.near - self.far) * share


def add_group(
    c: Canvas, rng: Random, stage: Depth, *, count: int, spots: tuple[float, ...], ground: Ground, hat: float = 0.0
) -> None:
    """Stand `count` pupils around the spots; `hat` is the chance (0–1) of a nón lá."""
    for x, depth in clusters(rng, count, spots, gap=ground.heights[1] * 0.5):
        look = pupil(rng, height=ground.height_at(depth), hat=hat)
        view = rng.choice(VIEWS)
        arms = rng.choice(IN_PROFILE if view in ("left", "right") else STANDING)
        add_person(c, stage, look, (x, ground.y_at(depth)), arms=arms, view=view)


def add_person(
    c: Canvas,
    stage: Depth,
    person: Person,
    at: Point,
    *,
    arms: tuple[str, str],
    legs: str = "stand",
    view: View = "front",
) -> None:
    stage.add(at[1], draw_person, c, person, at, arms=arms, legs=legs, view=view)


def add_walkers(
    c: Canvas, rng: Random, stage: Depth, *, places: Sequence[Point], height: float, view: View, hat: float = 0.0
) -> None:
    """Let pupils with schoolbags walk one behind the other through these places."""
    for place in places:
        look = pupil(rng, height=height, hat=hat)
        stage.add(place[1], draw_walker, c, rng, look, place, view)


def draw_walker(c: Canvas, rng: Random, look: Person, at: Point, view: View) -> None:
    """Draw a pupil walking with a schoolbag on the back."""
    draw_person(c, look, at, arms=("swing", "pump"), legs="walk", view=view)
    side = -1 if view == "right" else 1
    h = look.height
    x, y = at[0] + side * h * 0.12, at[1] - h * 0.6
    color = rng.choice(BRIGHT)
    c.rect(x - h * 0.075, y - h * 0.11, x + h * 0.075, y + h * 0.13, color, radius=h * 0.04)
    c.rect(x - h * 0.05, y + h * 0.02, x + h * 0.05, y + h * 0.1, darker(color), radius=h * 0.02)


def add_ranks(
    c: Canvas, rng: Random, stage: Depth, *, ranks: int, files: int, ground: Ground, spread: tuple[float, float]
) -> None:
    """Draw up pupils in ranks seen from behind, the ranks wider and taller as they come near.

    spread: half the width of the far and of the near rank, around the middle of the picture.
    """
    for rank in range(ranks):
        share = (rank / max(1, ranks - 1)) ** 1.25
        half = spread[0] + (spread[1] - spread[0]) * share
        for file in range(files):
            x = 800 + half * (2 * file / (files - 1) - 1)
            tall = ground.height_at(share) * rng.uniform(0.94, 1.04)
            look = replace(pupil(rng), height=tall)
            add_person(c, stage, look, (x, ground.y_at(share)), arms=("down", "down"), view="back")
