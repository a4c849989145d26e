"""Wagtail's page "Tài khoản của tôi", left with what is the person's own there: the name and the look of the admin.

No picture: the door to files (core.media) opens for the unit's library only, and nobody needs a face beside a name.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, BaseSettingsPanel, ThemeSettingsPanel

from core.accounts.models import User
from core.identity.actions.change_name import tidy_name
from core.identity.refusal import IdentityError
from tenants.memberships.actions.change_name import change_own_name


class NameForm(forms.ModelForm[User]):
    """The full name, the same in every unit the person serves."""

    class Meta:
        model = User
        fields = ["full_name"]
        help_texts = {"full_name": _("Tên này đổi ở mọi đơn vị mà bạn làm việc.")}

    def clean_full_name(self) -> str:
        try:
            return tidy_name(self.cleaned_data["full_name"])
        except IdentityError as refusal:
            raise ValidationError(str(refusal)) from refusal

    def save(self, commit: bool = True) -> User:
        if commit and "full_name" in self.changed_data:
            change_own_name(user=self.instance, full_name=self.cleaned_data["full_name"], at=timezone.now())
        return self.instance


class NamePanel(BaseSettingsPanel):
    name = "name"
    title = _("Họ và tên")
    order = 100
    form_class = NameForm


class OwnAccount(AccountView):
    def get_panels(self) -> list[Any]:
        from wagtail.users.models import UserProfile

        parts = (self.request, self.request.user, UserProfile.get_for_user(self.request.user))
        return [NamePanel(*parts), ThemeSettingsPanel(*parts)]


own_account = require_admin_access(OwnAccount.as_view())
