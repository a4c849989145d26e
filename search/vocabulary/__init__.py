"""Abbreviations and other names of things as data: what is typed is asked in every spelling that means the same."""
