class MembershipError(Exception):
    """Refusal of something asked about a person's roles; the message is Vietnamese and fit to show."""
