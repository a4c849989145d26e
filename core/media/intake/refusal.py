"""Why an uploaded file was not taken."""


class IntakeRefused(Exception):  # noqa: N818  # reads as what happened: the file was refused
    """Refusal of an uploaded file; the message is one Vietnamese sentence or two, fit to show to the editor.

    code: stable name of the reason, for forms and tests (`empty`, `too_large`, `wrong_type`, ...).
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code
