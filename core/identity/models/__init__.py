from core.identity.models.identity import Identity, normal_email
from core.identity.models.link import LinkPurpose, OneTimeLink
from core.identity.models.trace import Trace, TraceVerb

__all__ = ["Identity", "LinkPurpose", "OneTimeLink", "Trace", "TraceVerb", "normal_email"]
