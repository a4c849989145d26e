import sys

from search.index.backfill import Progress


def print_progress(progress: Progress) -> None:
    """Rewrite one line of the terminal, or write one for each page into a log."""
    share = progress.done / progress.total if progress.total else 1.0
    left = progress.remaining_seconds or 0.0
    text = f"{progress.done:,} of {progress.total:,} ({share:.0%}), {progress.rate:,.0f} a second, {left:,.0f} s left"
    end = "\r" if sys.stderr.isatty() and progress.done < progress.total else "\n"
    sys.stderr.write(f"{text:<78}{end}")
    sys.stderr.flush()
