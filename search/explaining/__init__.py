"""Why a question finds a thing where it does, in sentences that an editor understands."""
