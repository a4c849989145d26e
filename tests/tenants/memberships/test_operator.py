import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from core.identity.models import Identity


def test_the_first_operator_is_made_on_the_command_line_and_dismissed_there(db, capsys) -> None:
    call_command("operator", "Moi@VanHanh.example", "Lý  Văn Mới")
    address = capsys.readouterr().out.split()[-1]
    assert address.startswith("http://console.localhost")
    client = Client(headers={"host": "console.localhost"})
    path = address[address.index("/quan-tri") :]
    client.post(path, {"new_password": "nắng lên sau núi", "repeated": "nắng lên sau núi"})
    client.post("/quan-tri/dang-nhap/", {"email": "moi@vanhanh.example", "password": "nắng lên sau núi"})
    assert client.get("/quan-tri/").status_code == 200
    assert Identity.objects.get(email="moi@vanhanh.example").full_name == "Lý Văn Mới"
    call_command("operator", "moi@vanhanh.example", "--dismiss")
    assert client.get("/quan-tri/").status_code == 404


@pytest.mark.parametrize(
    "arguments", [["khong-phai-thu"], ["moi@vanhanh.example"], ["lan@anbinh.example", "--dismiss"]]
)
def test_a_wrong_command_gets_a_sentence(db, arguments) -> None:
    with pytest.raises(CommandError):
        call_command("operator", *arguments)
