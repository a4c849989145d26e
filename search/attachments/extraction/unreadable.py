class UnreadableError(Exception):
    """A file that no later attempt will read either. reason: a value of search.attachments.enums.Reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
