from core.media import exchange_store
from tenants.exchange.models import Edition


def tidy_store() -> int:
    """Delete files of the exchange store that no edition carries any more; return how many. Reads every edition."""
    live: set[str] = set()
    for files in Edition.objects.values_list("content__files", flat=True).iterator(chunk_size=500):
        live.update(file["sha256"] for file in files or [])
    return exchange_store.collect_garbage(live=live)
