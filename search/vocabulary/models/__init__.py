from search.vocabulary.models.spelling import Spelling
from search.vocabulary.models.synonym import Strength, Synonym

__all__ = ["Spelling", "Strength", "Synonym"]
