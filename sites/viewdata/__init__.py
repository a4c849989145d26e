"""Plain data for the public templates: what presenters build and templates show, never querysets.

One module a page type: `cards` (rows and small parts), `home`, `listing`, `article`, `body` (blocks), `document`,
`search`, `meta` (head of the page). Import from the module that defines the name.
"""
