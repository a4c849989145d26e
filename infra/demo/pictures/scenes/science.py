"""The science room."""

from random import Random

from infra.demo.pictures.canvas import Canvas
from infra.demo.pictures.colors import WHITE, Color, rgb
from infra.demo.pictures.parts.figures import draw_person
from infra.demo.pictures.parts.furniture import draw_shelf, draw_sitter, draw_table
from infra.demo.pictures.parts.laboratory import APPARATUS, draw_globe, draw_microscope, draw_planets
from infra.demo.pictures.parts.people import in_colors, pupil, teacher
from infra.demo.pictures.parts.plants import draw_pot_plant
from infra.demo.pictures.parts.rooms import draw_room, draw_view
from infra.demo.pictures.plan import Plan, Scene


def draw_science(c: Canvas, plan: Plan, rng: Random) -> None:
    """Draw the science room: experiments with glass and microscopes, or the model of the planets."""
    floor = 560
    draw_room(c, rng, floor=floor)
    draw_view(c, rng, (90, 130, 350, 370))
    if plan.variant == "planets":
        draw_planets(c, rng, 800, 230)
    else:
        _element_chart(c)
    draw_shelf(c, rng, (1250, 120, 1530, floor + 10), rows=3, wood=rng.choice((rgb("#9C6B43"), rgb("#7F9AA0"))))
    draw_pot_plant(c, rng, (420, floor + 24), 150)
    at, arms = rng.choice((((500, floor + 40), ("down", "point")), ((1150, floor + 40), ("point", "down"))))
    draw_person(c, teacher(rng, height=256), at, arms=arms)
    far = max(2, plan.people // 2)
    bench = rng.choice((rgb("#C08A55"), rgb("#8FA3A0"), rgb("#B9C3C4")))
    _bench(c, rng, far, (230, 1370), (690, 196), bench)
    _bench(c, rng, plan.people - far, (70, 1530), (876, 236), bench)


def _element_chart(c: Canvas) -> None:
    c.rect(540, 100, 1120, 400, WHITE, radius=6)
    c.rect(540, 100, 1120, 136, rgb("#2F6FA5"), radius=6)
    tones = (rgb("#F0C97A"), rgb("#9CC6D8"), rgb("#B9D49A"), rgb("#E8A9A0"), rgb("#C3B2DA"))
    cells = [(row, column) for row in range(6) for column in range(14) if row > 1 or not 1 < column < 11 - row * 2]
    with c.readable(830):
        for row, column in cells:
            x, y = 560 + column * 38.6, 152 + row * 40
            c.rect(x, y, x + 34, y + 35, tones[(column // 3 + row // 2) % 5], radius=3)
            c.rect(x + 9, y + 11, x + 25, y + 17, rgb("#5B6770"), radius=2)


def _bench(
    c: Canvas, rng: Random, count: int, span: tuple[float, float], size: tuple[float, float], color: Color
) -> None:
    """Draw pupils behind a laboratory bench with one apparatus between each two."""
    y, height = size
    top, half = y - height * 0.2, (span[1] - span[0]) / count / 2
    for i in range(count):
        look = pupil(rng, height=height)
        if rng.random() < 0.25:
            look = in_colors(look, rng)
        draw_sitter(
            c,
            look,
            span[0] + half * (2 * i + 0.7),
            top=top,
            foot=y + height * 0.28,
            arms=rng.choice((("low", "low"), ("book", "low"), ("low", "out"))),
        )
    draw_table(c, span[0], span[1], y + height * 0.28, height * 0.48, color)
    names = list(APPARATUS)
    first = rng.randrange(len(names))
    for i in range(count):
        APPARATUS[names[(first + i) % len(names)]](c, rng, (span[0] + half * (2 * i + 1.5), top + 2), height * 0.5)
    if rng.random() < 0.5:
        draw_microscope(c, rng, (span[0] + half * 0.25, top + 2), height * 0.42)
    else:
        draw_globe(c, rng, (span[0] + half * 0.25, top + 2), height * 0.42)


SCENE = Scene(
    draw=draw_science,
    people=(5, 7),
    sentences={
        "glass": "{people} học sinh làm thí nghiệm với bình thủy tinh và kính hiển vi {time}, "
        "giáo viên đứng cạnh bảng tuần hoàn.",
        "planets": "{people} học sinh làm thí nghiệm ở bàn thực hành {time}, "
        "giáo viên chỉ lên tranh Mặt Trời và các hành tinh.",
    },
)
