"""The first page after log-in: what is to be done, drafts, and where sent posts stand."""
