from dataclasses import replace

from sites.presenters.body import BodyPresenter
from sites.presenters.meta import json_ld, page_meta
from sites.presenters.presented import Presented
from sites.presenters.surroundings import Surroundings
from sites.questions.models import QuestionPage
from sites.questions.presenters.listing import answer_note, ask_address
from sites.questions.viewdata import AnsweredView
from sites.viewdata.cards import Tag


def present_answered(page: QuestionPage, around: Surroundings) -> Presented:
    """Return a published question. Queries: those of the body."""
    meta = page_meta(page, around)
    view = AnsweredView(
        title=page.title,
        topic=Tag(page.get_topic_display()),
        question=paragraphs(page.question),
        answered=answer_note(page.room, page.received_date, page.answered_date),
        body=BodyPresenter(page.body, around.menu).blocks(),
        asker=page.asker_name,
        received_date=page.received_date,
        ask_url=ask_address(around),
        print_url="?in=1",
        address=meta.canonical_url,
    )
    linked = json_ld(_schema(page, around, meta.canonical_url))
    return Presented("questions/answered.html", replace(meta, description=page.question[:200], json_ld=linked), view)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of plain text, which an empty line keeps apart."""
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())


def _schema(page: QuestionPage, around: Surroundings, address: str) -> dict[str, object]:
    answer = {
        "@type": "Answer",
        "text": " ".join(page.body.stream_block.get_searchable_content(page.body)),
        "dateCreated": page.answered_date.isoformat(),
        "author": {"@type": "GovernmentOrganization", "name": around.unit.name},
    }
    question = {
        "@type": "Question",
        "name": page.title,
        "text": page.question,
        "answerCount": 1,
        "acceptedAnswer": answer,
    }
    return {"@type": "QAPage", "url": address, "mainEntity": question}
