""" "Tra cứu": results of an exam, found one at a time by whoever knows a candidate's number (QC Đ9.1; ADR 0016).

Rows of results are never in the database, in search, in a page cache or in a log: each load is one read-only file.
"""
