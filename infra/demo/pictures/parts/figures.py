"""Draws one figure of `people` in a pose of `poses`."""

from dataclasses import dataclass

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import FLAME, INK, Color, darker, lighter, rgb
from infra.demo.pictures.parts.frame import Frame, View
from infra.demo.pictures.parts.heads import draw_hair_behind, draw_head
from infra.demo.pictures.parts.people import Person
from infra.demo.pictures.parts.poses import ARMS, LEGS

SHOE = rgb("#3B3430")


@dataclass(frozen=True, kw_only=True)
class Hands:
    """Where the hands ended, in picture units, for what they hold; `near` is the hand drawn last."""

    far: Point
    near: Point


def draw_person(
    c: Canvas,
    person: Person,
    at: Point,
    *,
    arms: tuple[str, str] = ("down", "down"),
    legs: str = "stand",
    view: View = "front",
    shadow: bool = True,
) -> Hands:
    """Draw the figure with its soles at `at` and return where its hands are.

    arms: names in `poses.ARMS`, the far (or left) one first. legs: a name in `poses.LEGS`; "none" puts the
    hips at `at`.
    """
    f = Frame(c, person, at, LEGS[legs], view)
    if shadow and legs != "none":
        c.ellipse(f.x, f.y, f.h * 0.17, f.h * 0.028, INK, alpha=0.16)
    if view == "front":
        draw_hair_behind(f)
    far = _arm(f, arms[0], -1) if f.is_side or view == "back" else None
    if legs != "none":
        _draw_legs(f, legs)
    _draw_trunk(f, legs)
    draw_head(f)
    far = far or _arm(f, arms[0], -1)
    return Hands(far=far, near=_arm(f, arms[1], 1))


def _draw_legs(f: Frame, pose: str) -> None:
    if pose == "floor" and not f.is_side:
        _draw_crossed_legs(f)
        return
    for side, joints in ((-1, f.legs.far), (1, f.legs.near)):
        spread = 0.0 if f.is_side else 0.055 * side
        hip = f.at(spread * 0.9, f.hip + 0.02)
        knee, foot = (f.at(spread + u, f.hip - v) for u, v in joints)
        cloth = darker(f.person.bottom, 0.16) if side < 0 and f.is_side else f.person.bottom
        _draw_leg(f, (hip, knee, (foot[0], foot[1] - f.h * 0.02)), cloth)


def _draw_leg(f: Frame, joints: tuple[Point, Point, Point], cloth: Color) -> None:
    hip, knee, foot = joints
    h, c = f.h, f.c
    if f.person.outfit in ("skirt", "shorts"):
        c.line([hip, knee, (foot[0], foot[1] - h * 0.02)], h * 0.06, f.person.skin)
        if f.person.outfit == "shorts" or f.legs.hip < 0.3:
            hem = _toward(knee, foot, 0.1)
            c.line([hip, _toward(hip, knee, 0.5), _toward(hip, hem, 0.85)], h * 0.1, cloth)
    else:
        c.line([hip, knee, _toward(foot, knee, 0.16)], h * 0.092, cloth)
    toe = 0.025 * f.flip if f.is_side else 0.0
    c.rect(
        foot[0] + (toe - 0.048) * h,
        foot[1] - 0.012 * h,
        foot[0] + (toe + 0.048) * h,
        foot[1] + 0.022 * h,
        SHOE,
        radius=0.016 * h,
    )


def _draw_crossed_legs(f: Frame) -> None:
    h, c = f.h, f.c
    cloth = f.person.bottom
    shin = f.person.skin if f.person.outfit in ("skirt", "shorts") else cloth
    for side in (-1, 1):
        c.line([f.at(0.06 * side, 0.08), f.at(0.24 * side, 0.1)], h * 0.125, cloth)
        c.line([f.at(0.25 * side, 0.075), f.at(-0.02 * side, 0.035)], h * 0.085, shin)
        c.ellipse(f.x - 0.05 * h * side, f.y - 0.03 * h, h * 0.055, h * 0.03, SHOE)
    c.rect(f.x - 0.12 * h, f.y - 0.13 * h, f.x + 0.12 * h, f.y - 0.06 * h, cloth, radius=0.03 * h)


def _draw_trunk(f: Frame, pose: str) -> None:
    person, c = f.person, f.c
    w, top, hem = f.width, f.shoulder + 0.035, f.hip - 0.015
    if pose != "none" and pose not in ("floor", "squat", "chair", "ride"):
        _draw_skirt(f)
    waist = f.hip + (top - f.hip) * 0.35
    half = [(w * 0.5, top), (w * 0.88, f.shoulder + 0.012), (w, f.shoulder - 0.03), (w * 0.92, waist), (w * 1.02, hem)]
    body = [*half, *((-u, v) for u, v in reversed(half))]
    c.polygon([f.at(u, v) for u, v in body], person.top)
    neck = f.at(0, f.shoulder + 0.02)
    c.line([neck, f.at(0, f.shoulder + 0.07)], f.h * 0.06, darker(person.skin, 0.1))
    if person.vest:
        _draw_vest(f, hem)
    if person.scarf:
        _draw_scarf(f)
    if pose in ("squat", "chair", "ride") and f.is_side:
        hip, knee, foot = (
            f.at(0, f.hip + 0.02),
            f.at(f.legs.near[0][0], f.hip - f.legs.near[0][1]),
            f.at(f.legs.near[1][0], 0.0),
        )
        _draw_leg(f, (hip, knee, (foot[0], foot[1] - f.h * 0.02)), person.bottom)


def _draw_skirt(f: Frame) -> None:
    person, w, hip = f.person, f.width, f.hip
    if person.outfit == "skirt":
        shape = [(-w * 0.95, hip + 0.02), (w * 0.95, hip + 0.02), (w * 1.3, hip - 0.2), (-w * 1.3, hip - 0.2)]
        f.c.polygon([f.at(u, v) for u, v in shape], person.bottom)
    elif person.outfit in ("ao_dai", "gown", "coat"):
        hem = {"ao_dai": 0.11, "gown": 0.09, "coat": 0.27}[person.outfit]
        flare = {"ao_dai": 1.15, "gown": 1.6, "coat": 1.2}[person.outfit]
        shape = [(-w, hip + 0.02), (w, hip + 0.02), (w * flare, hem), (-w * flare, hem)]
        f.c.polygon([f.at(u, v) for u, v in shape], darker(person.top, 0.05))


def _draw_vest(f: Frame, hem: float) -> None:
    w = f.width * 1.12
    color = f.person.vest or f.person.top
    f.c.polygon(
        [f.at(u, v) for u, v in ((-w * 0.75, f.shoulder + 0.03), (w * 0.75, f.shoulder + 0.03), (w, hem), (-w, hem))],
        color,
    )
    middle = (hem + f.shoulder) / 2
    f.c.line([f.at(-w * 0.9, middle), f.at(w * 0.9, middle)], f.h * 0.022, lighter(color, 0.6))


def _draw_scarf(f: Frame) -> None:
    v = f.shoulder + 0.03
    if f.view == "back":
        tips = [(-0.075, v + 0.01), (0.075, v + 0.01), (0, v - 0.09)]
        f.c.polygon([f.at(u, t) for u, t in tips], FLAME)
        return
    ahead = 0.03 if f.is_side else 0.0
    f.c.line(
        [f.at(ahead * 0.5 - 0.055, v + 0.01), f.at(ahead, v - 0.02), f.at(ahead * 0.5 + 0.055, v + 0.01)],
        f.h * 0.032,
        FLAME,
    )
    for side in (-1, 1):
        knot = f.at(ahead, v - 0.015)
        f.c.polygon([knot, f.at(ahead + 0.045 * side, v - 0.1), f.at(ahead + 0.005 * side, v - 0.085)], FLAME)


def _arm(f: Frame, name: str, side: int) -> Point:
    """Draw the sleeve and the forearm; return the hand."""
    (elbow_u, elbow_v), (hand_u, hand_v) = ARMS[name]
    root = 0.0 if f.is_side else side * (f.width - 0.02)
    sign = 1 if f.is_side else side
    start = f.at(root, f.shoulder - 0.01)
    elbow = f.at(root + sign * elbow_u, f.shoulder + elbow_v)
    hand = f.at(root + sign * hand_u, f.shoulder + hand_v)
    is_far = f.is_side and side < 0
    sleeve = darker(f.person.top, 0.17 if is_far else 0.08)
    if f.person.outfit in ("ao_dai", "gown", "coat"):
        f.c.line(
            [start, elbow, _toward(elbow, hand, 0.85)], f.h * (0.085 if f.person.outfit == "gown" else 0.066), sleeve
        )
        f.c.circle(*hand, f.h * 0.03, f.person.skin)
    else:
        f.c.line([start, elbow, hand], f.h * 0.055, f.person.skin)
        f.c.line([start, _toward(start, elbow, 0.85)], f.h * 0.078, sleeve)
    return hand


def _toward(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
