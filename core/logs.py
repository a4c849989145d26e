"""Log lines: a constant message, the unit's schema, and the fields given in `extra`."""

import json
import logging

from core.schema import active_schema

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "schema", "request", "server_time"}


class UnitFilter(logging.Filter):
    """Stamp every record with the schema that is active where it is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.schema = active_schema()
        return True


class LineFormatter(logging.Formatter):
    """`2026-11-24 08:30:00 INFO t_000123 page.taken_down {"page_id": 7}`."""

    def format(self, record: logging.LogRecord) -> str:
        extra = {key: value for key, value in record.__dict__.items() if key not in _STANDARD}
        line = f"{self.formatTime(record)} {record.levelname} {getattr(record, 'schema', '-')} {record.getMessage()}"
        if extra:
            line += " " + json.dumps(extra, default=str, ensure_ascii=False)
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return line
