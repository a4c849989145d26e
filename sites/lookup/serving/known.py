import logging
import sqlite3
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sites.lookup.models import Exam, ExamState
from sites.lookup.results import Results
from sites.lookup.serving.frames import Frame
from sites.lookup.serving.patterns import Pattern
from sites.lookup.sheet import Sheet
from tenants.pagecache.page import Stamp
from tenants.units.context import use_site
from tenants.units.models import UnitSite

logger = logging.getLogger(__name__)

MOST_UNITS = 100


@dataclass(frozen=True, slots=True)
class KnownExam:
    """An exam and the file that answers, as of one stamp. name: of the file, "" without one.

    frames: by display and scheme. patterns: of answers that are everybody's but for a few texts, by the count of those.
    """

    exam: Exam
    name: str
    sheet: Sheet | None
    results: Results | None
    frames: dict[tuple[str, bool], Frame] = field(default_factory=dict)
    patterns: dict[int, Pattern] = field(default_factory=dict)

    def state_at(self, at: datetime) -> ExamState:
        if self.results is not None and at >= self.exam.opens_at:
            return ExamState.OPEN
        state = self.exam.state_at(at)
        return ExamState.NOT_LOADED if state == ExamState.OPEN else state


@dataclass(frozen=True, slots=True)
class _Shelf:
    stamp: Stamp
    exams: Mapping[int, KnownExam]


class KnownExams:
    """Thread-safe: whoever comes at the same time as a change reads the same rows twice.

    Units beyond MOST_UNITS are forgotten, the one known longest first: each holds open files.
    """

    def __init__(self) -> None:
        self._shelves: dict[int, _Shelf] = {}
        self._lock = threading.Lock()

    def of(self, site: UnitSite, stamp: Stamp) -> Mapping[int, KnownExam]:
        """Return a unit's exams by key. One query when the stamp is another than last time, none otherwise."""
        shelf = self._shelves.get(site.pk)
        if shelf is None or shelf.stamp != stamp:
            shelf = _Shelf(stamp, self._read(site, shelf.exams if shelf else {}))
            with self._lock:
                self._shelves[site.pk] = shelf
                if len(self._shelves) > MOST_UNITS:
                    del self._shelves[next(iter(self._shelves))]
        return shelf.exams

    def forget(self) -> None:
        """Read anew at the next question (tests)."""
        with self._lock:
            self._shelves.clear()

    def _read(self, site: UnitSite, before: Mapping[int, KnownExam]) -> dict[int, KnownExam]:
        with use_site(site):
            return {exam.pk: _know(exam, before.get(exam.pk)) for exam in Exam.objects.all()}


known_exams = KnownExams()


def _know(exam: Exam, before: KnownExam | None) -> KnownExam:
    """A file never changes under its name, so one that is open stays open."""
    name = exam.results.name or ""
    if before and name and before.name == name and before.results:
        return KnownExam(exam, name, exam.loaded, before.results)
    return KnownExam(exam, name, exam.loaded, _open(exam, name) if name else None)


def _open(exam: Exam, name: str) -> Results | None:
    try:
        return Results(name)
    except sqlite3.Error:
        logger.exception("the results of an exam cannot be read", extra={"event": "lookup.unreadable", "exam": exam.pk})
        return None
