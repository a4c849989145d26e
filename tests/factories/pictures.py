"""Pictures as phones take them, small."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.media.intake import accept_image
from core.media.models import Faces, UnitImage


def jpeg(name: str = "anh lop.jpg", *, color: str = "seagreen") -> SimpleUploadedFile:
    """Return an upload; another color is another content."""
    target = BytesIO()
    Image.new("RGB", (640, 480), color).save(target, "JPEG")
    return SimpleUploadedFile(name, target.getvalue(), content_type="image/jpeg")


def make_image(title: str = "Ảnh lớp 4A", *, faces: str = Faces.NO_FACES, color: str = "seagreen") -> UnitImage:
    """Return a stored picture of the active unit."""
    image = UnitImage(title=title, description="Học sinh trồng cây", faces=faces)
    image.file = accept_image(jpeg(color=color))
    image.save()
    return image
