import logging
from datetime import datetime

from core.media import collect
from tenants.units.context import every_unit

logger = logging.getLogger(__name__)


def collect_files(*, at: datetime, dry_run: bool = False) -> dict[str, list[str]]:
    """Delete in each unit the files no row of it refers to (core.media.collect); return schema → their stored paths.

    dry_run: only say which. A unit whose files cannot be looked at is logged and holds up no other.
    """
    collected = {}
    for site in every_unit(reason="each unit's folder is compared with the unit's own rows"):
        try:
            names = collect.collect_files(at=at, dry_run=dry_run)
        except Exception:
            logger.exception("files of %s could not be collected", site.schema_name)
        else:
            if names:
                collected[site.schema_name] = names
    return collected
