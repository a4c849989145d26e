"""The editors' list of questions where there is nothing to list."""

from tenants.units.context import use_site
from tests.sites.questions.conftest import ask

LIST = "/quan-tri/cau-hoi/"


def test_empty_list_says_what_will_stand_there(log_in, an_binh) -> None:
    text = log_in("lan@anbinh.example").get(LIST).text
    assert "Chưa có câu hỏi nào</h2>" in text
    assert "sẽ hiện ở đây" in text


def test_list_in_which_nothing_was_found_leads_back_to_all(log_in, an_binh) -> None:
    with use_site(an_binh):
        ask()
    text = log_in("lan@anbinh.example").get(LIST, {"q": "khôngcótừnày"}).text
    assert "Không có câu hỏi nào khớp</h2>" in text
    assert f'href="{LIST}"' in text
