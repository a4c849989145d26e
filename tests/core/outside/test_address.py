"""Which addresses may be asked at all."""

import ipaddress

import pytest

from core.outside.address import AddressError, is_public, target_of


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254",
        "192.0.2.7", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::", "2001:0:1::1",
    ],
)  # fmt: skip
def test_machines_of_private_networks_are_not_asked(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", ["8.8.8.8", "203.162.0.1", "2405:4800::1", "2606:4700::1"])
def test_machines_of_the_internet_are_asked(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "url",
    [
        "", "vidu.example", "//vidu.example/", "ftp://vidu.example/", "file:///etc/passwd", "javascript:alert(1)",
        "http://", "https:///duong", "http://ten:mat@vidu.example/", "http://vidu.example:port/", "http://vidu.example/"
        + "a" * 600,
    ],
)  # fmt: skip
def test_only_plain_addresses_of_the_web_are_followed(url: str) -> None:
    with pytest.raises(AddressError):
        target_of(url)


def test_target_holds_what_is_sent() -> None:
    target = target_of("HTTPS://VíDụ.example:8443/đường dẫn?q=học\r\nX: y")
    assert (target.scheme, target.port) == ("https", 8443)
    assert target.host == "vídụ.example".encode("idna").decode()
    assert target.host_header == f"{target.host}:8443"
    assert target.request_uri.isascii()
    assert not {"\r", "\n", " "} & set(target.request_uri)
    assert target_of("http://[2405:4800::1]/").host_header == "[2405:4800::1]"
