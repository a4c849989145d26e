"""Dates as Vietnamese offices write them: Thứ Hai, 23/11/2026; 8:10, 23/11/2026.

Django's own `vi` formats print "Thứ 2" and read 03/04/2026 as the fourth of March. Named by FORMAT_MODULE_PATH.
"""

DATE_FORMAT = "l, d/m/Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = "G:i, d/m/Y"
YEAR_MONTH_FORMAT = r"\t\há\n\g n/Y"
MONTH_DAY_FORMAT = "j/n"
SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = "G:i, d/m/Y"
FIRST_DAY_OF_WEEK = 1

# The first one is what form fields show; browsers' own date fields understand only that.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d/%m/%y"]
TIME_INPUT_FORMATS = ["%H:%M:%S", "%H:%M"]
DATETIME_INPUT_FORMATS = [
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y %H:%M",
]

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "."
NUMBER_GROUPING = 3
