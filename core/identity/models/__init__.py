from core.identity.models.identity import Identity
from core.identity.models.link import LinkPurpose, OneTimeLink

__all__ = ["Identity", "LinkPurpose", "OneTimeLink"]
