"""Pages of anonymous readers, kept in the memory of each worker process (ADR 0014)."""
