"""Who handles questions: whoever may change them (sites.roles). Publishing needs the section's page permission, too."""

from core.accounts.models import User

HANDLE = "cms_questions.change_question"


def may_handle(user: User) -> bool:
    """Return whether the person reads questions with the asker's contact, answers and declines them."""
    return bool(user.has_perm(HANDLE))
