"""How often one machine may use the forms that anybody can reach."""

from datetime import timedelta

from core.identity.throttle import Limit

LINK_REQUESTS = Limit("forgotten", count=10, period=timedelta(hours=1))
LOST_REPORTS = Limit("lost", count=5, period=timedelta(hours=1))
# By person, not by machine: somebody at an unlocked screen guesses the old password.
PASSWORD_TRIES = Limit("password", count=5, period=timedelta(minutes=15))
