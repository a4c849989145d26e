from sites.polls.models.answers import Opinion, Vote
from sites.polls.models.pages import PollPage, PollsPage, PollState

__all__ = ["Opinion", "PollPage", "PollState", "PollsPage", "Vote"]
