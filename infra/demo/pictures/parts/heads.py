"""Heads: hair from each side, and hats."""

from infra.demo.pictures.colors import FLAME, darker, lighter, rgb
from infra.demo.pictures.parts.frame import Frame

STRAW, STRAW_SHADE = rgb("#EBD9A4"), rgb("#D3BA7C")


def draw_hair_behind(f: Frame) -> None:
    person, r = f.person, f.person.head * f.h
    x, y = f.at(0, f.head)
    if person.hair == "bob":
        f.c.rect(x - r * 1.12, y - r, x + r * 1.12, y + r * 1.15, person.hair_color, radius=r * 0.7)
    elif person.hair == "pigtails":
        for side in (-1, 1):
            f.c.ellipse(x + side * r * 1.12, y + r * 0.62, r * 0.34, r * 0.55, person.hair_color)
    elif person.hair == "ponytail":
        f.c.ellipse(x + r * 0.75, y + r * 0.55, r * 0.4, r * 0.9, person.hair_color)
    elif person.hair == "bun" and not person.hat:
        f.c.circle(x, y - r * 1.12, r * 0.42, person.hair_color)


def draw_head(f: Frame) -> None:
    person, r = f.person, f.person.head * f.h
    x, y = f.at(0.02 if f.is_side else 0, f.head)
    if f.view == "back":
        _draw_back_of_head(f, x, y, r)
    elif f.is_side:
        _draw_profile(f, x, y, r)
    else:
        for side in (-1, 1):
            f.c.circle(x + side * r * 0.93, y + r * 0.12, r * 0.17, darker(person.skin, 0.06))
        f.c.ellipse(x, y, r * 0.95, r, person.skin)
        _draw_fringe(f, x, y, r)
    if person.hat:
        _draw_hat(f, x, y, r)


def _draw_fringe(f: Frame, x: float, y: float, r: float) -> None:
    color = f.person.hair_color
    f.c.chord(x, y - r * 0.02, r * 1.03, r * 1.06, (181, 344), color)
    if f.person.hair == "bob":
        for side in (-1, 1):
            f.c.rect(
                x + side * r * 1.1 - r * 0.2,
                y - r * 0.3,
                x + side * r * 1.1 + r * 0.1,
                y + r * 0.75,
                color,
                radius=r * 0.15,
            )


def _draw_back_of_head(f: Frame, x: float, y: float, r: float) -> None:
    color = f.person.hair_color
    f.c.ellipse(x, y, r * 1.03, r * 1.05, color)
    if f.person.hair == "ponytail":
        f.c.ellipse(x, y + r * 0.85, r * 0.36, r * 1.0, darker(color, 0.3))
        f.c.rect(x - r * 0.3, y - r * 0.1, x + r * 0.3, y + r * 0.12, FLAME, radius=r * 0.1)
    elif f.person.hair == "pigtails":
        for side in (-1, 1):
            f.c.ellipse(x + side * r * 0.95, y + r * 0.85, r * 0.32, r * 0.6, color)
    elif f.person.hair == "bob":
        f.c.rect(x - r * 1.08, y - r * 0.2, x + r * 1.08, y + r * 1.15, color, radius=r * 0.45)
    elif f.person.hair == "bun":
        f.c.circle(x, y - r * 0.35, r * 0.48, lighter(color, 0.12))
    else:
        f.c.chord(x, y + r * 0.1, r * 0.8, r * 0.98, (35, 145), f.person.skin)


def _draw_profile(f: Frame, x: float, y: float, r: float) -> None:
    person, back = f.person, -f.flip
    color = person.hair_color
    if person.hair in ("ponytail", "pigtails"):
        f.c.ellipse(x + back * r * 1.15, y + r * 0.45, r * 0.36, r * 0.85, color)
    elif person.hair == "bun":
        f.c.circle(x + back * r * 1.05, y - r * 0.25, r * 0.42, color)
    elif person.hair == "bob":
        left, right = sorted((x + back * r * 1.1, x - back * r * 0.1))
        f.c.rect(left, y - r * 0.6, right, y + r * 1.1, color, radius=r * 0.4)
    f.c.ellipse(x, y, r * 0.97, r, person.skin)
    f.c.chord(x, y, r * 1.05, r * 1.06, (118, 318) if f.flip > 0 else (222, 422), color)
    f.c.circle(x + back * r * 0.12, y + r * 0.12, r * 0.18, darker(person.skin, 0.08))


def _draw_hat(f: Frame, x: float, y: float, r: float) -> None:
    person, c = f.person, f.c
    if person.hat == "non":
        brim = y - r * 0.22
        if f.view != "back":
            c.line([(x - r * 0.8, brim), (x, y + r * 1.02), (x + r * 0.8, brim)], r * 0.09, rgb("#B9705A"))
        c.ellipse(x, brim, r * 2.0, r * 0.26, STRAW_SHADE)
        c.polygon(
            [
                (x - r * 2.0, brim),
                (x - r * 0.5, y - r * 1.15),
                (x, y - r * 1.6),
                (x + r * 0.5, y - r * 1.15),
                (x + r * 2.0, brim),
            ],
            STRAW,
        )
        c.polygon(
            [(x, y - r * 1.6), (x + r * 0.5, y - r * 1.15), (x + r * 2.0, brim), (x + r * 0.75, brim + r * 0.12)],
            STRAW_SHADE,
        )
    elif person.hat == "board":
        c.rect(x - r * 0.85, y - r * 1.05, x + r * 0.85, y - r * 0.45, darker(person.hat_color, 0.2), radius=r * 0.2)
        c.polygon(
            [(x - r * 1.55, y - r * 1.02), (x, y - r * 1.45), (x + r * 1.55, y - r * 1.02), (x, y - r * 0.6)],
            person.hat_color,
        )
        c.line([(x, y - r * 1.02), (x + r * 1.15, y - r * 0.85), (x + r * 1.15, y - r * 0.2)], r * 0.12, rgb("#F0C14B"))
    elif person.hat == "cook":
        c.rect(x - r * 0.8, y - r * 1.1, x + r * 0.8, y - r * 0.45, person.hat_color, radius=r * 0.1)
        for shift in (-0.55, 0, 0.55):
            c.circle(x + shift * r, y - r * 1.25, r * 0.5, person.hat_color)
    else:
        _draw_cap(f, x, y, r)


def _draw_cap(f: Frame, x: float, y: float, r: float) -> None:
    color, c = f.person.hat_color, f.c
    c.chord(x, y - r * 0.1, r * 1.14, r * 1.12, (180, 360), color)
    if f.person.hat == "helmet":
        c.rect(x - r * 1.18, y - r * 0.2, x + r * 1.18, y - r * 0.02, darker(color, 0.2), radius=r * 0.08)
    elif f.view != "back":
        reach = 0.75 * r * f.flip if f.is_side else 0
        c.rect(
            x - r * 0.95 + reach, y - r * 0.22, x + r * 0.95 + reach, y - r * 0.02, darker(color, 0.18), radius=r * 0.1
        )
