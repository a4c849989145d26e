"""The computer room."""

from random import Random

from infra.demo.pictures.canvas import Area, Canvas, Point
from infra.demo.pictures.colors import AMBER, BRIGHT, INK, LEAF, STONE, lighter, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import star_points
from infra.demo.pictures.parts.furniture import draw_monitor, draw_sitter, draw_table
from infra.demo.pictures.parts.people import pupil, teacher
from infra.demo.pictures.parts.rooms import SHUTTERS, draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene

SCREENS = (rgb("#3F7FA8"), rgb("#4A8C7B"), rgb("#6B6FA8"), rgb("#3D6B8C"))


def draw_computer(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the computer room: pupils at screens seen from behind, or at laptops facing the viewer."""
    floor = 520
    draw_room(c, rng, floor=floor)
    shutters = rng.choice(SHUTTERS)
    draw_view(c, rng, (90, 150, 330, 370), shutters=shutters)
    draw_view(c, rng, (1270, 150, 1510, 370), shutters=shutters)
    _project(c, rng, (520, 110, 1080, 400))
    at, arms = rng.choice((((450, floor + 30), ("down", "point")), ((1150, floor + 30), ("point", "down"))))
    draw_person(c, teacher(rng, height=256), at, arms=arms)
    far = plan.people // 2
    draw_row = _row_at_screens if plan.variant == "screens" else _row_at_laptops
    draw_row(c, rng, far, y=700, height=190, half=610)
    draw_row(c, rng, plan.people - far, y=896, height=240, half=750)


def _row_at_screens(c: Canvas, rng: Random, count: int, *, y: float, height: float, half: float) -> None:
    """Seat pupils at a long desk of screens, seen from behind, `half` the desk to either side of the middle."""
    c.rect(800 - half, y - height * 0.66, 800 + half, y - height * 0.58, lighter(rgb("#C9B59A"), 0.3), radius=4)
    c.rect(810 - half, y - height * 0.58, 790 + half, y - height * 0.1, rgb("#B6A588"))
    for seat in range(count):
        x = 800 - half + 2 * half * (seat + 0.5) / count
        with c.lit():
            draw_monitor(c, (x + height * 0.2, y - height * 0.64), height * 0.72, screen=rng.choice(SCREENS))
        at = (x - height * 0.16, y - height * 0.24)
        draw_person(c, pupil(rng, height=height), at, arms=("low", "low"), legs="none", view="back")
        _office_chair(c, (at[0], y), height)


def _row_at_laptops(c: Canvas, rng: Random, count: int, *, y: float, height: float, half: float) -> None:
    """Seat pupils behind a long table, facing the viewer, each at a laptop, small robots between them."""
    top, foot = y - height * 0.42, y + height * 0.06
    places = [800 - half + 2 * half * (seat + 0.5) / count for seat in range(count)]
    for x in places:
        draw_sitter(
            c, pupil(rng, height=height), x, top=top, foot=foot, arms=rng.choice((("low", "low"), ("low", "book")))
        )
    draw_table(c, 800 - half, 800 + half, foot, foot - top, rgb("#C9B59A"))
    for i, x in enumerate(places):
        c.rect(x - height * 0.24, top - height * 0.24, x + height * 0.24, top + 3, rgb("#8E999F"), radius=height * 0.03)
        c.circle(x, top - height * 0.12, height * 0.03, rgb("#C4CCCF"))
        if i % 2:
            _robot(c, rng, (x + height * 0.48, top + 3), height * 0.2)


def _robot(c: Canvas, rng: Random, at: Point, size: float) -> None:
    x, y = at
    color = rng.choice(BRIGHT)
    c.rect(x - size * 0.6, y - size * 0.75, x + size * 0.6, y - size * 0.2, color, radius=size * 0.12)
    c.rect(x - size * 0.3, y - size * 1.1, x + size * 0.3, y - size * 0.7, lighter(color, 0.4), radius=size * 0.1)
    for side in (-1, 1):
        c.circle(x + side * size * 0.36, y - size * 0.2, size * 0.2, INK)
        c.circle(x + side * size * 0.13, y - size * 0.9, size * 0.06, INK)


def _office_chair(c: Canvas, at: Point, height: float) -> None:
    x, y = at
    c.rect(
        x - height * 0.17, y - height * 0.38, x + height * 0.17, y - height * 0.06, rgb("#4F6B7A"), radius=height * 0.05
    )
    c.rect(x - 4, y - height * 0.08, x + 4, y, STONE)


def _project(c: Canvas, rng: Random, area: Area) -> None:
    """Draw a projected picture: blocks of a program or a chart."""
    left, top, right, bottom = area
    c.rect(left - 10, top - 10, right + 10, bottom + 10, rgb("#4A545C"), radius=6)
    with c.lit(), c.readable((left + right) / 2):
        c.rect(left, top, right, bottom, rgb("#F4F8FA"))
        c.rect(left, top, right, top + 34, rgb("#2F6FA5"))
        if rng.random() < 0.5:
            for row in range(6):
                indent = (0, 36, 72, 72, 36, 0)[row]
                y = top + 62 + row * 36
                c.rect(
                    left + 40 + indent,
                    y,
                    left + 40 + indent + rng.uniform(110, 230),
                    y + 24,
                    rng.choice((AMBER, LEAF, rgb("#4A90C0"), rgb("#D9798A"))),
                    radius=8,
                )
        else:
            for bar in range(5):
                tall = rng.uniform(60, 190)
                c.rect(
                    left + 50 + bar * 46,
                    bottom - 30 - tall,
                    left + 82 + bar * 46,
                    bottom - 30,
                    rng.choice((AMBER, LEAF, rgb("#4A90C0"), rgb("#D9798A"))),
                )
            c.line([(left + 36, bottom - 30), (left + 300, bottom - 30)], 4, INK)
        c.circle(right - 130, (top + bottom) / 2 + 16, 84, rgb("#DCE9EC"))
        c.polygon(star_points(right - 130, (top + bottom) / 2 + 16, 60, tips=8, inner=0.72), rgb("#7FA0B0"))
        c.circle(right - 130, (top + bottom) / 2 + 16, 22, rgb("#F4F8FA"))


SCENE = Scene(
    draw=draw_computer,
    people=(7, 9),
    sentences={
        "screens": "{people} học sinh ngồi trước máy tính trong phòng tin học {time}, giáo viên chỉ lên màn chiếu.",
        "laptops": "{people} học sinh học lập trình rô-bốt trên máy tính xách tay {time}, giáo viên chỉ lên màn chiếu.",
    },
)
