from search.models.index_target import IndexTarget, TargetState
from search.models.sweep import Sweep
from search.models.syllable import Syllable
from search.models.tally import Tally

__all__ = ["IndexTarget", "Sweep", "Syllable", "Tally", "TargetState"]
