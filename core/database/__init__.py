"""The database backend: `ENGINE = "core.database"`."""
