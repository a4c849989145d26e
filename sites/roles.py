"""What each role may do inside one unit: one table, turned into Wagtail groups by sites.starter.seed.

Source: QC Đ7–Đ10; tenants.units.models.membership.Role.
"""

from dataclasses import dataclass

from tenants.units.models.membership import Role

# Wagtail asks for the permissions of its stock models, whichever models hold the files.
_USE_MEDIA = ("add_image", "choose_image", "add_document", "choose_document")
_KEEP_MEDIA = (*_USE_MEDIA, "change_image", "delete_image", "change_document", "delete_document")


@dataclass(frozen=True, slots=True)
class Grant:
    """Codenames of Wagtail page permissions on the whole tree, and of media permissions on the root collection.

    lists: what is no page, as "cms_people.add_official" (see `keep`).
    """

    page: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def keep(*models: str, verbs: tuple[str, ...] = ("view", "add", "change", "delete")) -> tuple[str, ...]:
    """Return the names of the permissions to keep lists of these models ("cms_people.official")."""
    named = (model.split(".") for model in models)
    return tuple(f"{app}.{verb}_{model}" for app, model in named for verb in verbs)


# Who owns a section is decided by the head of the board and kept by the Office (QC Đ7, Đ9.1): both on the portal only.
_KEEP_OWNERS = keep("cms_ownership.sectionowner")
# Who leaves is ended by date: nobody deletes people or parts of a unit.
_KEEP_PEOPLE = keep("cms_people.official", "cms_people.organizationpart", verbs=("view", "add", "change"))

# Menus and plans of a school: written week by week, mended, never wanted on the portal.
_KEEP_PLANS = keep("cms_disclosures.periodplan")

# Whoever answers for texts answers citizens, too; nobody adds or deletes what a citizen sent.
_ANSWER = (
    *keep("cms_questions.question", verbs=("view", "change")),
    *keep("cms_consultations.receivedcomment", "cms_polls.opinion", verbs=("view",)),
)

# Weeks of the schedule: who publishes pages may publish them; on the portal they are the Office's (QC Đ9.1).
_WRITE_WEEKS = keep("cms_schedule.scheduleweek", verbs=("view", "add", "change"))
_KEEP_WEEKS = keep("cms_schedule.scheduleweek", verbs=("view", "add", "change", "publish", "delete"))

# Exams and their results: whoever answers for the unit. On the portal the head of the board, and of its members those
# whose room owns the section (QC Đ9.1; sites.lookup.permissions asks which).
_KEEP_EXAMS = keep("cms_lookup.exam")

GRANTS: dict[Role, Grant] = {
    Role.AUTHOR: Grant(page=("add_page",), media=_USE_MEDIA),
    Role.EDITOR: Grant(
        page=("add_page", "change_page"),
        media=_KEEP_MEDIA,
        lists=(*_KEEP_PEOPLE, *_ANSWER, *_KEEP_PLANS, *_WRITE_WEEKS),
    ),
    Role.APPROVER: Grant(
        page=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        media=_KEEP_MEDIA,
        lists=(*_KEEP_PEOPLE, *_ANSWER, *_KEEP_PLANS, *_KEEP_WEEKS, *_KEEP_EXAMS),
    ),
    Role.ADMINISTRATOR: Grant(
        page=("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        media=_KEEP_MEDIA,
        lists=(*_KEEP_PEOPLE, *_ANSWER, *_KEEP_PLANS, *_KEEP_WEEKS, *_KEEP_EXAMS),
    ),
    Role.DESK: Grant(page=("add_page", "change_page", "publish_page"), media=_KEEP_MEDIA, lists=_ANSWER),
    Role.BOARD_MEMBER: Grant(page=("add_page", "change_page"), media=_USE_MEDIA, lists=(*_ANSWER, *_KEEP_EXAMS)),
    Role.BOARD_HEAD: Grant(
        page=("add_page", "change_page", "publish_page"),
        media=_KEEP_MEDIA,
        lists=(*_KEEP_OWNERS, *_KEEP_PEOPLE, *_ANSWER, *_KEEP_WEEKS, *_KEEP_EXAMS),
    ),
    Role.OFFICE: Grant(
        page=("add_page", "change_page", "publish_page"),
        media=_KEEP_MEDIA,
        lists=(*_KEEP_OWNERS, *_KEEP_PEOPLE, *_KEEP_WEEKS),
    ),
}
