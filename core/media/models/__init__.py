from core.media.enums import Faces
from core.media.models.document import UnitDocument
from core.media.models.image import UnitImage, UnitRendition

__all__ = ["Faces", "UnitDocument", "UnitImage", "UnitRendition"]
