"""What an address on another site must look like before an editor's page may lead there."""

import ipaddress

from django.utils.translation import gettext as _

from core.outside.address import LONGEST, AddressError, is_public, target_of


def address_error(url: str) -> str:
    """Return what is wrong with an address as a sentence for the editor, "" when nothing is. No look-up, no request."""
    if len(url) > LONGEST:
        return _("Địa chỉ dài quá %(most)d ký tự. Hãy dùng địa chỉ ngắn hơn.") % {"most": LONGEST}
    try:
        host = target_of(url).host
    except AddressError:
        return _("Địa chỉ phải bắt đầu bằng https:// hoặc http:// và không chứa tên đăng nhập, mật khẩu.")
    if "." not in host and ":" not in host:
        return _("Địa chỉ này chỉ mở được trong mạng nội bộ. Hãy ghi địa chỉ mà người đọc ở nhà mở được.")
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""
    if is_public(address):
        return ""
    return _("Địa chỉ này chỉ mở được trong mạng nội bộ. Hãy ghi địa chỉ mà người đọc ở nhà mở được.")
