"""The read-only JSON API of what a unit has published, at /api/v1/ (ADR 0018).

A new type is one module with a router and one line in `sites.api.api`.
"""
