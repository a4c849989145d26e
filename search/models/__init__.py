from search.models.index_target import IndexTarget, TargetState
from search.models.syllable import Syllable

__all__ = ["IndexTarget", "Syllable", "TargetState"]
