"""A lesson."""

from random import Random

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.colors import AMBER, BRIGHT, FLAG_RED, GOLD, LEAF, TEAL, WOOD, Color, darker, lighter, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.flags import star_points
from infra.demo.pictures.parts.furniture import DESKS, draw_bench, draw_desk, draw_shelf, draw_sitter, draw_table
from infra.demo.pictures.parts.paintings import hang_paintings
from infra.demo.pictures.parts.people import pupil, teacher
from infra.demo.pictures.parts.plants import draw_pot_plant
from infra.demo.pictures.parts.rooms import SHUTTERS, draw_blackboard, draw_fan, draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_classroom(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw a lesson: seen from the last row, from the board, or with pupils at work in groups."""
    {"board": _from_behind, "facing": _from_board, "groups": _in_groups}[plan.variant](c, rng, plan.people)


def _from_behind(c: Canvas, rng: Random, count: int) -> None:
    floor = 560
    draw_room(c, rng, floor=floor)
    shutters = rng.choice(SHUTTERS)
    for left in (60, 1310):
        draw_view(c, rng, (left, 170, left + 230, 410), shutters=shutters)
    draw_blackboard(c, rng, (430, 150, 1170, 420))
    c.rect(740, 84, 860, 132, FLAG_RED, radius=3)
    c.polygon(star_points(800, 108, 17), GOLD)
    draw_fan(c, 330, 74)
    draw_fan(c, 1270, 74)
    c.rect(380, floor - 20, 1220, floor + 10, darker(WOOD, 0.05))
    c.rect(380, floor - 24, 1220, floor - 12, lighter(WOOD, 0.2))
    at, arms = (
        (rng.choice((560, 690, 1010)), floor - 16),
        rng.choice((("down", "point"), ("down", "out"), ("point", "hip"))),
    )
    draw_person(c, teacher(rng, height=252), at, arms=arms)
    draw_desk(c, 1160, floor + 44, 190, 110, lighter(WOOD, 0.1))
    _set_desk(c, rng, (1120, floor - 66))
    draw_pot_plant(c, rng, (262, floor + 20), 120)
    wood = rng.choice(DESKS)
    far = count // 2
    _row_of_backs(c, rng, far, y=720, height=196, half=620, wood=wood)
    _row_of_backs(c, rng, count - far, y=902, height=250, half=740, wood=wood)


def _row_of_backs(c: Canvas, rng: Random, count: int, *, y: float, height: float, half: float, wood: Color) -> None:
    """Seat pupils in pairs, seen from behind, on benches that stand on `y`, `half` the row to either side."""
    pairs = (count + 1) // 2
    step = 2 * half / pairs
    for pair in range(pairs):
        x = 800 - half + step * (pair + 0.5)
        width = min(step * 0.82, height * 1.9)
        draw_desk(c, x, y - height * 0.16, width, height * 0.5, wood)
        for seat in range(min(2, count - pair * 2)):
            at = (x + (seat - 0.5) * width * 0.46, y - height * 0.24)
            arms = rng.choice((("down", "up"), ("low", "low"), ("low", "low"), ("low", "low"), ("down", "low")))
            draw_person(c, pupil(rng, height=height), at, arms=arms, legs="none", view="back")
        draw_bench(c, x, y, width * 0.94, height * 0.36, darker(wood, 0.06))


def _from_board(c: Canvas, rng: Random, count: int) -> None:
    """Draw the class as the teacher sees it, some hands raised, paintings on the back wall."""
    floor = 500
    draw_room(c, rng, floor=floor)
    draw_view(c, rng, (70, 130, 300, 350), shutters=rng.choice(SHUTTERS))
    hang_paintings(c, rng, left=410, right=1200, y=rng.uniform(130, 170))
    draw_shelf(c, rng, (1270, 130, 1530, floor + 8), rows=3, wood=rng.choice(DESKS[:3]))
    draw_pot_plant(c, rng, (1200, floor + 14), 150)
    draw_person(
        c,
        teacher(rng, height=246),
        (rng.choice((410, 1130)), floor + 40),
        arms=rng.choice((("hold", "hold"), ("low", "wave"))),
    )
    wood = rng.choice(DESKS)
    far = count // 2
    for y, number, half, height in ((672, far, 590, 192), (872, count - far, 720, 236)):
        pairs = (number + 1) // 2
        for pair in range(pairs):
            x = 800 - half + 2 * half * (pair + 0.5) / pairs
            width = min(2 * half / pairs * 0.84, height * 1.8)
            for seat in range(min(2, number - pair * 2)):
                arms = rng.choice((("low", "up"), ("low", "low"), ("book", "book"), ("low", "low")))
                place = x + (seat - 0.5) * width * 0.48
                draw_sitter(
                    c, pupil(rng, height=height), place, top=y - height * 0.4, foot=y + height * 0.12, arms=arms
                )
            draw_desk(c, x, y + height * 0.12, width, height * 0.52, wood)


def _in_groups(c: Canvas, rng: Random, count: int) -> None:
    """Draw three groups around tables with colored sheets, the teacher among them."""
    floor = 540
    draw_room(c, rng, floor=floor)
    draw_blackboard(c, rng, (480, 110, 1120, 350))
    shutters = rng.choice(SHUTTERS)
    for left in (80, 1280):
        draw_view(c, rng, (left, 130, left + 240, 370), shutters=shutters)
    draw_person(
        c,
        teacher(rng, height=262),
        (rng.choice((570, 1030)), 690),
        arms=rng.choice((("hold", "low"), ("low", "ahead"))),
    )
    draw_pot_plant(c, rng, (1230, floor + 24), 170)
    wood = rng.choice(DESKS)
    for table in range(3):
        x, y = 800 + (table - 1) * 490, 760 if table == 1 else 800
        seats = count // 3 + (1 if table < count % 3 else 0)
        for seat in range(seats):
            place = x - 190 + 380 * (seat + 0.5) / seats
            arms = rng.choice((("low", "low"), ("low", "out"), ("book", "low"), ("low", "ahead")))
            draw_sitter(c, pupil(rng, height=226), place, top=y, foot=y + 108, arms=arms)
        draw_table(c, x - 222, x + 222, y + 108, 108, wood)
        for sheet in range(3):
            start = x - 140 + sheet * 100 + rng.uniform(-14, 14)
            c.polygon(
                [(start, y - 2), (start + 10, y - 16), (start + 74, y - 16), (start + 68, y - 2)], rng.choice(BRIGHT)
            )


def _set_desk(c: Canvas, rng: Random, at: Point) -> None:
    x, y = at
    for level in range(3):
        c.rect(
            x - 24 + rng.uniform(-4, 4),
            y - 9 - level * 10,
            x + 24,
            y - level * 10,
            rng.choice((TEAL, AMBER, LEAF, rgb("#B5472F"))),
            radius=2,
        )
    c.rect(x + 60, y - 26, x + 78, y, rgb("#D9C7A8"), radius=3)
    for side in (-1, 0, 1):
        c.circle(x + 69 + side * 9, y - 36 - (side == 0) * 8, 9, rgb("#E58FA0"))


SCENE = Scene(
    draw=draw_classroom,
    people=(8, 12),
    sentences={
        "board": "{people} học sinh ngồi học nhìn từ cuối lớp {time}, "
        "giáo viên đứng trước bảng xanh có hình vẽ bằng phấn.",
        "facing": "{people} học sinh ngồi sau bàn học {time}, giáo viên đứng cuối lớp dưới dây tranh của các em.",
        "groups": "{people} học sinh ngồi quanh ba bàn làm việc nhóm {time}, giáo viên đứng cùng các em.",
    },
)
