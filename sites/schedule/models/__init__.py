from sites.schedule.models.entry import ScheduleEntry, Session
from sites.schedule.models.page import SchedulePage
from sites.schedule.models.week import ScheduleWeek, monday_of

__all__ = ["ScheduleEntry", "SchedulePage", "ScheduleWeek", "Session", "monday_of"]
