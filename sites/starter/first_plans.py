"""What sites started with before anybody kept a record of it: nothing of this is brought to a site again."""

from tenants.units.models.kind import SiteTemplate

FIRST_PLANS: dict[str, frozenset[str]] = {
    SiteTemplate.PORTAL: frozenset(
        {
            "gioi-thieu",
            "tin-tuc-su-kien",
            "thi-va-tuyen-sinh",
            "van-ban-cong-van",
            "thong-tin-tu-co-so",
            "thong-tin-can-biet",
            "thong-bao",
            "lien-he",
        }
    ),
    SiteTemplate.OFFICE: frozenset({"gioi-thieu", "tin-tuc", "thong-bao", "van-ban-cong-van", "lien-he"}),
    SiteTemplate.SCHOOL: frozenset({"gioi-thieu", "tin-tuc", "thong-bao", "lien-he"}),
}
