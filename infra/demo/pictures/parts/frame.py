"""The frame a figure hangs on: turns shares of its height into picture units."""

from typing import Literal, TypeAlias

from infra.demo.pictures.canvas import Canvas, Point
from infra.demo.pictures.parts.people import Person
from infra.demo.pictures.parts.poses import Legs

View: TypeAlias = Literal["front", "back", "left", "right"]


class Frame:
    """Turns shares of a figure's height into picture units: u across (forward), v up from the ground."""

    def __init__(self, c: Canvas, person: Person, at: Point, legs: Legs, view: View) -> None:
        self.c, self.person, self.legs, self.view = c, person, legs, view
        self.x, self.y = at
        self.h = person.height
        self.flip = -1 if view == "left" else 1
        self.is_side = view in ("left", "right")
        self.hip = legs.hip
        trunk = (1 - 2 * person.head) * 0.54
        self.shoulder = self.hip + trunk
        self.head = self.shoulder + 0.035 + person.head
        self.width = (0.085 if self.is_side else 0.115) + max(0.0, person.head - 0.125) * 0.5

    def at(self, u: float, v: float) -> Point:
        """Return the point on the trunk, tilted by the lean of the pose."""
        tilt = self.legs.lean * max(0.0, v - self.hip) / max(0.05, self.shoulder - self.hip)
        sink = abs(self.legs.lean) * 0.4 * max(0.0, v - self.hip)
        return self.x + self.flip * (u + tilt) * self.h, self.y - (v - sink) * self.h
