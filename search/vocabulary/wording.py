from core.text.document_number import find_number
from search.request import SearchRequest
from search.vocabulary.current import current_vocabulary
from search.vocabulary.expansion import Wording, as_typed, expand


def wording_of(request: SearchRequest) -> Wording:
    """Return the request's text in all its spellings; a document's number and "only as typed" have one.

    At most a few queries, see current_vocabulary.
    """
    if request.exact or find_number(request.text):
        return as_typed(request.text)
    return expand(request.text, current_vocabulary())
