"""The drawing surface: shapes in picture units, drawn large and reduced for smooth edges."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from PIL import Image, ImageDraw

from infra.demo.pictures.colors import Color, Light, mix

Point: TypeAlias = tuple[float, float]
Area: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom

WIDTH, HEIGHT = 1600, 900
CUT_AT_TOP = 0.6
LARGE_PICTURE_PIXELS = 900_000


class Canvas:
    """A surface of 1600 × 900 units, y down, whatever the size of the picture.

    A picture of another shape shows the middle of it, as a photograph would be cropped. Every color passes
    through the light of the scene; `alpha` (0–1) lets what lies beneath show through.
    """

    def __init__(self, *, size: tuple[int, int], light: Light, mirrored: bool = False) -> None:
        width, height = size
        self.light = light
        self._is_lit = False
        self._sign: int = -1 if mirrored else 1
        self._shift: float = WIDTH if mirrored else 0
        self._factor = 2 if width * height >= LARGE_PICTURE_PIXELS else 3
        self._scale = max(width / WIDTH, height / HEIGHT) * self._factor
        left = (WIDTH * self._scale - width * self._factor) / 2
        top = (HEIGHT * self._scale - height * self._factor) * CUT_AT_TOP
        self._offset = (left, top)
        self._open(Image.new("RGB", (width * self._factor, height * self._factor)))

    def _open(self, image: Image.Image) -> None:
        self._image = image
        self._opaque = ImageDraw.Draw(image)
        self._glass = ImageDraw.Draw(image, "RGBA")

    def finish(self) -> Image.Image:
        """Return the picture at the size asked for."""
        return self._image.reduce(self._factor)

    @contextmanager
    def clipped(self, left: float, top: float, right: float, bottom: float) -> Iterator[None]:
        """Keep what is drawn inside the block within this rectangle, as through a window."""
        outer, offset = self._image, self._offset
        x0, y0, x1, y1 = (round(value) for value in self._box(left, top, right, bottom))
        self._offset = (offset[0] + x0, offset[1] + y0)
        self._open(Image.new("RGB", (max(1, x1 - x0), max(1, y1 - y0))))
        yield
        inner = self._image
        self._offset = offset
        self._open(outer)
        outer.paste(inner, (x0, y0))

    @contextmanager
    def lit(self) -> Iterator[None]:
        """Leave the colors drawn inside the block as they are: lamps and screens shine by themselves."""
        self._is_lit = True
        yield
        self._is_lit = False

    @contextmanager
    def flipped(self, x: float) -> Iterator[None]:
        """Exchange left and right, around `x`, of what is drawn inside the block."""
        sign, shift = self._sign, self._shift
        self._sign, self._shift = -sign, 2 * sign * x + shift
        yield
        self._sign, self._shift = sign, shift

    @contextmanager
    def readable(self, x: float) -> Iterator[None]:
        """Keep left and right, around `x`, of what the block draws even in a mirrored picture: writing, charts."""
        if self._sign > 0:
            yield
        else:
            with self.flipped(x):
                yield

    def _at(self, x: float, y: float) -> Point:
        across = self._sign * x + self._shift
        return across * self._scale - self._offset[0], y * self._scale - self._offset[1]

    def _box(self, left: float, top: float, right: float, bottom: float) -> Area:
        x0, y0 = self._at(left, top)
        x1, y1 = self._at(right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _pen(self, color: Color, alpha: float) -> tuple[ImageDraw.ImageDraw, tuple[int, ...]]:
        ink = color if self._is_lit else self.light.ink(color)
        return (self._opaque, ink) if alpha >= 1 else (self._glass, (*ink, round(alpha * 255)))

    def rect(
        self, left: float, top: float, right: float, bottom: float, color: Color, *, radius: float = 0, alpha: float = 1
    ) -> None:
        draw, ink = self._pen(color, alpha)
        box = self._box(left, top, right, bottom)
        if radius:
            draw.rounded_rectangle(box, radius * self._scale, fill=ink)
        else:
            draw.rectangle(box, fill=ink)

    def ellipse(self, x: float, y: float, rx: float, ry: float, color: Color, *, alpha: float = 1) -> None:
        draw, ink = self._pen(color, alpha)
        draw.ellipse(self._box(x - rx, y - ry, x + rx, y + ry), fill=ink)

    def circle(self, x: float, y: float, radius: float, color: Color, *, alpha: float = 1) -> None:
        self.ellipse(x, y, radius, radius, color, alpha=alpha)

    def ring(self, x: float, y: float, radius: float, width: float, color: Color) -> None:
        """Draw a circle's outline, `width` units thick inward from `radius`."""
        draw, ink = self._pen(color, 1)
        thick = max(1, round(width * self._scale))
        draw.ellipse(self._box(x - radius, y - radius, x + radius, y + radius), outline=ink, width=thick)

    def arc(self, x: float, y: float, radius: float, width: float, angles: tuple[float, float], color: Color) -> None:
        """Draw a piece of a ring between two angles (degrees clockwise from three o'clock)."""
        draw, ink = self._pen(color, 1)
        thick = max(1, round(width * self._scale))
        draw.arc(
            self._box(x - radius, y - radius, x + radius, y + radius), *self._turned(angles), fill=ink, width=thick
        )

    def _turned(self, angles: tuple[float, float]) -> tuple[float, float]:
        return (180 - angles[1], 180 - angles[0]) if self._sign < 0 else angles

    def chord(self, x: float, y: float, rx: float, ry: float, angles: tuple[float, float], color: Color) -> None:
        """Fill the part of an ellipse cut off between two angles (degrees clockwise from three o'clock)."""
        draw, ink = self._pen(color, 1)
        draw.chord(self._box(x - rx, y - ry, x + rx, y + ry), *self._turned(angles), fill=ink)

    def polygon(self, points: Sequence[Point], color: Color, *, alpha: float = 1) -> None:
        draw, ink = self._pen(color, alpha)
        draw.polygon([self._at(*point) for point in points], fill=ink)

    def blob(self, points: Sequence[Point], color: Color, *, alpha: float = 1) -> None:
        """Fill the smooth closed shape through these points."""
        self.polygon(smooth([points[-1], *points, points[0], points[1]]), color, alpha=alpha)

    def ridge(self, points: Sequence[Point], color: Color, *, bottom: float = HEIGHT, alpha: float = 1) -> None:
        """Fill everything under the smooth line through these points down to `bottom`."""
        line = smooth([points[0], *points, points[-1]])
        self.polygon([*line, (points[-1][0], bottom), (points[0][0], bottom)], color, alpha=alpha)

    def line(self, points: Sequence[Point], width: float, color: Color, *, alpha: float = 1) -> None:
        """Draw a line with round ends and corners, `width` units thick."""
        draw, ink = self._pen(color, alpha)
        ends = [self._at(*point) for point in points]
        thick = max(1, round(width * self._scale))
        draw.line(ends, fill=ink, width=thick, joint="curve")
        if thick > 3 and alpha >= 1:
            half = (thick - 1) / 2
            for x, y in (ends[0], ends[-1]):
                draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)

    def wire(self, points: Sequence[Point], width: float, color: Color, *, alpha: float = 1) -> None:
        """Draw the smooth line through these points."""
        self.line(smooth([points[0], *points, points[-1]]), width, color, alpha=alpha)

    def fade(self, left: float, top: float, right: float, bottom: float, first: Color, last: Color) -> None:
        """Fill a rectangle from `first` at its top to `last` at its bottom."""
        x0, y0, x1, y1 = self._box(left, top, right, bottom)
        upper, lower = self.light.ink(first), self.light.ink(last)
        height = max(1.0, y1 - y0)
        bands = max(2, min(math.ceil(height), 4 * max(abs(a - b) for a, b in zip(upper, lower, strict=True))))
        for band in range(bands):
            start = y0 + height * band / bands
            ink = mix(upper, lower, band / (bands - 1))
            self._opaque.rectangle((x0, start, x1, y0 + height * (band + 1) / bands), fill=ink)

    def glow(self, x: float, y: float, radius: float, color: Color, *, alpha: float = 0.12) -> None:
        """Lay a soft round light on the picture."""
        for share in (1, 0.72, 0.48):
            self.circle(x, y, radius * share, color, alpha=alpha)


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """Return a Catmull-Rom line through `points` without the first and last, which only give it direction."""
    line: list[Point] = []
    for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(
                (_between(before[0], start[0], end[0], after[0], t), _between(before[1], start[1], end[1], after[1], t))
            )
    line.append(points[-2])
    return line


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    slope = (end - before) * t
    bend = (2 * before - 5 * start + 4 * end - after) * t * t
    turn = (3 * start - before - 3 * end + after) * t * t * t
    return start + (slope + bend + turn) / 2
