"""The light path on which results are read: in front of sessions, people and pages, without a query (ADR 0016).

A process keeps a unit's exams, their open files and one rendered frame an exam; a change of the unit makes them stale
within 10 ms (tenants.units.pulse). Per reader there is one brake, one row of one file, one small template.
"""
