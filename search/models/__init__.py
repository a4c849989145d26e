from search.models.index_target import IndexTarget, TargetState
from search.models.sweep import Sweep
from search.models.syllable import Syllable

__all__ = ["IndexTarget", "Sweep", "Syllable", "TargetState"]
