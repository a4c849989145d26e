"""How figures hold themselves, in shares of their height."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from infra.demo.pictures.canvas import Point


@dataclass(frozen=True)
class Legs:
    """Knees and feet from the hip (x forward, y down), the hip `hip` above the ground; `lean` tilts the trunk."""

    hip: float
    near: tuple[Point, Point]
    far: tuple[Point, Point]
    lean: float = 0


# Elbow and hand from the shoulder: x outward (front and back view) or forward (side view), y up.
ARMS: Mapping[str, tuple[Point, Point]] = MappingProxyType(
    {
        "down": ((0.035, -0.15), (0.03, -0.29)),
        "wave": ((0.12, 0.04), (0.15, 0.19)),
        "up": ((0.07, 0.13), (0.045, 0.28)),
        "out": ((0.14, -0.03), (0.27, 0.0)),
        "point": ((0.13, 0.03), (0.25, 0.1)),
        "hip": ((0.11, -0.12), (0.01, -0.22)),
        "hold": ((0.05, -0.14), (-0.06, -0.13)),
        "low": ((0.05, -0.15), (-0.04, -0.25)),
        "book": ((0.055, -0.13), (-0.035, -0.09)),
        "mouth": ((0.1, -0.07), (-0.05, 0.1)),
        "flute": ((0.15, -0.04), (0.13, 0.1)),
        "ahead": ((0.1, -0.1), (0.24, -0.07)),
        "reach": ((0.12, -0.1), (0.24, -0.2)),
        "back": ((-0.1, -0.12), (-0.17, -0.22)),
        "swing": ((-0.1, -0.11), (-0.01, -0.22)),
        "pump": ((0.06, -0.13), (0.19, -0.06)),
        "salute": ((0.15, 0.0), (0.04, 0.13)),
        "cheer": ((0.1, 0.1), (0.17, 0.25)),
        "bars": ((0.07, -0.19), (0.21, -0.27)),
    }
)

STAND = ((0.0, 0.2), (0.0, 0.4))
LEGS: Mapping[str, Legs] = MappingProxyType(
    {
        "stand": Legs(0.42, STAND, STAND),
        "walk": Legs(0.41, ((0.08, 0.2), (0.1, 0.41)), ((-0.04, 0.2), (-0.16, 0.37)), 0.02),
        "run": Legs(0.43, ((0.17, 0.14), (0.12, 0.34)), ((-0.1, 0.19), (-0.29, 0.2)), 0.07),
        "stride": Legs(0.38, ((0.14, 0.17), (0.18, 0.38)), ((-0.1, 0.18), (-0.27, 0.34)), 0.05),
        "squat": Legs(0.17, ((0.17, -0.05), (0.06, 0.17)), ((0.13, -0.02), (-0.02, 0.17)), 0.08),
        "bend": Legs(0.4, ((0.03, 0.2), (0.0, 0.4)), ((-0.02, 0.2), (-0.03, 0.4)), 0.2),
        "chair": Legs(0.26, ((0.2, 0.0), (0.2, 0.26)), ((0.18, 0.01), (0.15, 0.26)), 0.0),
        "ride": Legs(0.26, ((0.19, 0.05), (0.13, 0.26)), ((0.17, 0.0), (0.08, 0.22)), 0.07),
        "floor": Legs(0.1, ((0.15, 0.0), (-0.03, 0.045)), ((0.15, 0.0), (-0.03, 0.045))),
        "lean": Legs(0.36, ((0.14, 0.17), (0.26, 0.36)), ((0.08, 0.2), (0.1, 0.36)), -0.16),
        "none": Legs(0.0, STAND, STAND),
    }
)
