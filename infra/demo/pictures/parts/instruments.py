"""Instruments and their players: guitar, đàn tranh, drum, flute, keyboard."""

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import TypeAlias

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import BRICK, FLAME, GOLD, INK, NAVY, STONE, WHITE, WOOD, darker, lighter, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.furniture import draw_on_stool
from infra.demo.pictures.parts.people import Person, pupil

DrawPlayer: TypeAlias = Callable[[Canvas, Random, Point], None]


VARNISH = rgb("#B06A3B")


def draw_guitarist(c: Canvas, rng: Random, at: Point) -> None:
    hands = draw_on_stool(c, pupil(rng, height=204, scarf=False), at, ("hold", "out"))
    x, y = at[0], at[1] - 86
    c.line([(x, y), (hands.near[0] + 6, hands.near[1] + 4)], 9, darker(WOOD, 0.25))
    c.line([(hands.near[0] + 2, hands.near[1] + 5), (hands.near[0] + 20, hands.near[1])], 15, darker(WOOD, 0.35))
    c.circle(x - 26, y + 8, 32, VARNISH)
    c.circle(x + 8, y - 2, 24, VARNISH)
    c.circle(x - 4, y + 1, 9, INK)
    c.rect(x - 44, y + 6, x - 34, y + 16, darker(VARNISH, 0.4))


def draw_zither(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a player of the đàn tranh in áo dài, the instrument on its trestles."""
    x, y = at
    look = Person(
        height=206,
        outfit="ao_dai",
        hair="ponytail",
        top=rng.choice((rgb("#8C6FA8"), rgb("#D9798A"), rgb("#5E9C9A"))),
        bottom=WHITE,
    )
    draw_person(c, look, (x, y - 62), arms=("low", "low"), legs="none")
    c.rect(x - 40, y - 72, x + 40, y, look.top, radius=10)
    for side in (-1, 1):
        c.line([(x + side * 96, y - 54), (x + side * 112, y)], 8, darker(WOOD, 0.2))
        c.line([(x + side * 96, y - 54), (x + side * 80, y)], 8, darker(WOOD, 0.2))
    c.polygon([(x - 146, y - 68), (x + 138, y - 82), (x + 146, y - 60), (x - 140, y - 46)], VARNISH)
    c.polygon([(x - 146, y - 68), (x + 138, y - 82), (x + 140, y - 76), (x - 144, y - 60)], lighter(VARNISH, 0.25))
    for bridge in range(7):
        px = x - 96 + bridge * 32
        c.polygon([(px - 5, y - 66), (px, y - 82), (px + 5, y - 66)], rgb("#F2E6C9"))


def draw_drum(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a drummer behind the great school drum."""
    x, y = at
    hands = draw_person(c, pupil(rng, height=206, scarf=False), (x, y - 4), arms=("cheer", "wave"))
    for hand, lean in ((hands.far, 20), (hands.near, -20)):
        c.line([hand, (hand[0] + lean, hand[1] - 34)], 7, rgb("#D9B57C"))
        c.circle(hand[0] + lean, hand[1] - 34, 6, FLAME)
    for side in (-1, 1):
        c.line([(x + side * 40, y - 30), (x + side * 58, y)], 8, darker(WOOD, 0.2))
    c.rect(x - 56, y - 112, x + 56, y - 22, BRICK, radius=22)
    c.rect(x - 60, y - 100, x + 60, y - 90, GOLD)
    c.rect(x - 60, y - 44, x + 60, y - 34, GOLD)
    c.ellipse(x, y - 110, 52, 14, rgb("#F2E0BC"))


def draw_flutist(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a player of the bamboo flute, held across."""
    hands = draw_person(c, pupil(rng, height=208, scarf=False), at, arms=("mouth", "flute"))
    y = hands.near[1] - 6
    c.line([(at[0] - 10, y + 2), (at[0] + 78, y - 4)], 8, rgb("#D8B45F"))
    for hole in range(4):
        c.circle(at[0] + 22 + hole * 13, y - hole, 2.4, INK)


def draw_keyboard(c: Canvas, rng: Random, at: Point) -> None:
    """Draw a player at an electric keyboard."""
    x, y = at
    draw_person(c, pupil(rng, height=206, scarf=False), (x, y - 6), arms=("low", "low"))
    c.line([(x - 84, y), (x + 60, y - 92)], 8, STONE)
    c.line([(x + 84, y), (x - 60, y - 92)], 8, STONE)
    c.rect(x - 116, y - 118, x + 116, y - 88, NAVY, radius=6)
    c.rect(x - 106, y - 112, x + 106, y - 94, WHITE)
    for key in range(13):
        c.rect(x - 98 + key * 16, y - 112, x - 91 + key * 16, y - 102, INK)


def draw_microphone(c: Canvas, at: Point, height: float) -> None:
    x, y = at
    c.ellipse(x, y, 30, 6, INK)
    c.line([(x, y), (x, y - height)], 5, rgb("#4A545C"))
    c.ellipse(x, y - height - 10, 9, 13, INK)


INSTRUMENTS: Mapping[str, DrawPlayer] = MappingProxyType(
    {
        "guitar": draw_guitarist,
        "zither": draw_zither,
        "drum": draw_drum,
        "flute": draw_flutist,
        "keyboard": draw_keyboard,
    }
)
