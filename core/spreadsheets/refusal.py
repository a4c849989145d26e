class ListError(Exception):
    """The file cannot be read as the list it should be; the message is Vietnamese and says what to do."""
