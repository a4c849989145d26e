"""The sizes in which the worker makes every picture as soon as it is stored. Templates ask for these and no other."""

WIDTHS = (360, 720, 1080)
FALLBACK_WIDTH = 720
# Wagtail filter spec → width in pixels. A picture that is smaller keeps its own.
WEBP_SPECS = {f"width-{width}|format-webp|webpquality-70": width for width in WIDTHS}
JPEG_SPEC = f"width-{FALLBACK_WIDTH}|format-jpeg|jpegquality-72"
READER_SPECS = (JPEG_SPEC, *WEBP_SPECS)
# What Wagtail's own lists of pictures show, thirty at a time.
LIST_SPEC = "max-165x165"
SPECS = (*READER_SPECS, LIST_SPEC)
