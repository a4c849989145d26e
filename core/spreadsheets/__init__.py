"""Spreadsheets people bring and take: lists read safely into rows of clean text, and workbooks written for them."""
