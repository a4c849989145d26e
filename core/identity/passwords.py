"""Django's password rules with messages that say what to do, in Vietnamese."""

from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.identity.models import Identity


class LongEnough(password_validation.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("Mật khẩu này ngắn hơn %(length)d ký tự. Hãy ghép bốn, năm từ thành một câu dễ nhớ.") % {
            "length": self.min_length
        }

    def get_help_text(self) -> str:
        return _("Ít nhất %(length)d ký tự. Một câu bốn, năm từ vừa dễ nhớ vừa khó đoán.") % {"length": self.min_length}


class NotLikeThePerson(password_validation.UserAttributeSimilarityValidator):
    """Takes user_attributes=("email", "full_name") in settings: an identity has no others that are words."""

    def get_error_message(self) -> str:
        return _("Mật khẩu này quá giống họ tên hoặc địa chỉ thư. Hãy chọn một câu không nhắc tới chúng.")


class NotCommon(password_validation.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Mật khẩu này có trong danh sách nhiều người dùng nên dễ bị đoán. Hãy chọn một câu khác.")


def password_refusals(password: str, *, identity: Identity) -> list[str]:
    """Return why `password` may not be the person's: whole sentences, none when it may."""
    stand_in: Any = identity  # Django's validators read attributes of whatever they are given
    try:
        password_validation.validate_password(password, user=stand_in)
    except ValidationError as refusal:
        return list(refusal.messages)
    return []
