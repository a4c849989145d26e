"""Lịch công tác: the weeks of the unit's leaders, from draft to what readers, printers and calendars see."""
