from tenants.exchange.models.edition import Edition
from tenants.exchange.models.event import Event
from tenants.exchange.models.notice import Notice
from tenants.exchange.models.submission import Submission

__all__ = ["Edition", "Event", "Notice", "Submission"]
