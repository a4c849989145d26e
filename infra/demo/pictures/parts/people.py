"""Who stands in the drawings: pupils, small children, teachers and others, without faces."""

from dataclasses import dataclass, replace
from random import Random
from typing import Literal, TypeAlias

from infra.demo.pictures.colors import (
    AMBER,
    BLUE,
    BRIGHT,
    CORAL,
    FLAME,
    INK,
    LEAF,
    NAVY,
    PLUM,
    ROSE,
    SKY_BLUE,
    TEAL,
    WHITE,
    WOOD,
    Color,
    rgb,
)

Outfit: TypeAlias = Literal["trousers", "shorts", "skirt", "ao_dai", "gown", "coat"]


Hair: TypeAlias = Literal["short", "bob", "ponytail", "pigtails", "bun"]


Hat: TypeAlias = Literal["", "non", "cap", "helmet", "board", "cook"]


SKINS = (rgb("#DBA37C"), rgb("#D49A72"), rgb("#E2AE88"), rgb("#C88E66"))
HAIRS = (rgb("#2A2522"), rgb("#211E20"), rgb("#38291F"))
GIRL_HAIR: tuple[Hair, ...] = ("bob", "ponytail", "pigtails")
AO_DAI = (rgb("#8C6FA8"), rgb("#D9798A"), rgb("#5E9C9A"), rgb("#E9B2A2"), rgb("#6C92C4"), rgb("#E3C36B"))
LIFE_JACKET = rgb("#F07F2E")


@dataclass(frozen=True, kw_only=True)
class Person:
    """One figure.

    height: picture units that the shares in `poses` are taken of; a standing figure is about 1.1 times as tall.
    head: radius of the head as a share of that height. vest: color of what is worn over the shirt.
    """

    height: float
    head: float = 0.125
    skin: Color = SKINS[0]
    hair_color: Color = INK
    hair: Hair = "short"
    top: Color = WHITE
    bottom: Color = NAVY
    outfit: Outfit = "trousers"
    hat: Hat = ""
    hat_color: Color = AMBER
    scarf: bool = False
    vest: Color | None = None


def pupil(rng: Random, *, height: float = 170, hat: float = 0, scarf: bool = True) -> Person:
    """Return a pupil in a white shirt; `hat` is the chance (0–1) of a nón lá."""
    is_girl = rng.random() < 0.5
    return Person(
        height=height * rng.uniform(0.95, 1.05),
        skin=rng.choice(SKINS),
        hair_color=rng.choice(HAIRS),
        hair=rng.choice(GIRL_HAIR) if is_girl else "short",
        bottom=rng.choice((NAVY, NAVY, rgb("#2C4866"))),
        outfit="skirt" if is_girl and rng.random() < 0.6 else "trousers",
        hat="non" if rng.random() < hat else "",
        scarf=scarf,
    )


def toddler(rng: Random, *, height: float = 130) -> Person:
    """Return a kindergarten child in bright clothes."""
    is_girl = rng.random() < 0.5
    return Person(
        height=height * rng.uniform(0.95, 1.05),
        head=0.155,
        skin=rng.choice(SKINS),
        hair_color=rng.choice(HAIRS),
        hair=rng.choice(("pigtails", "bob")) if is_girl else "short",
        top=rng.choice((*BRIGHT, WHITE, WHITE)),
        bottom=rng.choice((NAVY, BLUE, TEAL, FLAME, LEAF)),
        outfit="skirt" if is_girl else "shorts",
    )


def teacher(rng: Random, *, height: float = 240, in_ao_dai: bool | None = None) -> Person:
    """Return a teacher: in áo dài, in a shirt and trousers, or as the chance falls."""
    if rng.random() < 0.6 if in_ao_dai is None else in_ao_dai:
        look = Person(
            height=height, outfit="ao_dai", hair=rng.choice(("bun", "ponytail")), top=rng.choice(AO_DAI), bottom=WHITE
        )
    else:
        look = Person(height=height * 1.04, top=rng.choice((SKY_BLUE, WHITE, rgb("#A9C3B4"), rgb("#5B86A8"))))
    return replace(look, head=0.098, skin=rng.choice(SKINS), hair_color=rng.choice(HAIRS))


def athlete(rng: Random, *, top: Color, height: float = 190) -> Person:
    return replace(pupil(rng, height=height, scarf=False), top=top, bottom=NAVY, outfit="shorts", head=0.115)


def volunteer(rng: Random, *, height: float = 220) -> Person:
    """Return a young volunteer in the blue shirt of the Youth Union."""
    look = replace(pupil(rng, height=height, scarf=False), head=0.105, top=rgb("#3C7FC0"), outfit="trousers")
    return replace(look, hat=rng.choice(("cap", "cap", "")), hat_color=rgb("#3C7FC0"))


def villager(rng: Random, *, height: float = 230) -> Person:
    top = rng.choice((WOOD, PLUM, TEAL, CORAL, rgb("#6D5A4A")))
    return Person(
        height=height, head=0.1, skin=rng.choice(SKINS), top=top, bottom=rgb("#3A3A42"), hat="non", hair="bun"
    )


def nurse(rng: Random, *, height: float = 240) -> Person:
    return Person(
        height=height, head=0.098, skin=rng.choice(SKINS), hair="bun", top=WHITE, bottom=rgb("#8FB7BF"), outfit="coat"
    )


def cook(rng: Random, *, height: float = 240) -> Person:
    return Person(
        height=height, head=0.1, skin=rng.choice(SKINS), hair="bun", top=rgb("#F0E6D2"), hat="cook", hat_color=WHITE
    )


def graduate(rng: Random, *, height: float = 220) -> Person:
    robe = rng.choice((rgb("#2B4A78"), rgb("#2B4A78"), rgb("#8C2F39")))
    look = pupil(rng, height=height, scarf=False)
    return replace(look, head=0.11, outfit="gown", top=robe, bottom=NAVY, hat="board", hat_color=robe)


def in_colors(person: Person, rng: Random) -> Person:
    """Return the person out of uniform."""
    return replace(person, top=rng.choice((*BRIGHT, WHITE)), scarf=False, bottom=rng.choice((NAVY, BLUE, WOOD, ROSE)))
