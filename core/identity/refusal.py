class IdentityError(Exception):
    """Refusal of something asked of an account; the message is Vietnamese and fit to show to whoever asked."""
