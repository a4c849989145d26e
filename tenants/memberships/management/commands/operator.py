from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from core.identity.queries import identity_of_email
from core.identity.refusal import IdentityError
from tenants.memberships.actions.make_operator import dismiss_operator, make_operator


class Command(BaseCommand):
    """Make somebody an operator of the network and print the link that sets the password; --dismiss takes it away."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("full_name", nargs="?", default="", help="needed for somebody new")
        parser.add_argument("--dismiss", action="store_true")

    def handle(self, *args: Any, email: str, full_name: str, dismiss: bool, **options: Any) -> None:
        try:
            validate_email(email)
            if dismiss:
                self._dismiss(email)
                return
            address = make_operator(email=email, full_name=full_name, at=timezone.now())
        except (IdentityError, ValidationError) as refusal:
            raise CommandError("\n".join(getattr(refusal, "messages", None) or [str(refusal)])) from refusal
        self.stdout.write(f"Mở liên kết này để đặt mật khẩu; liên kết dùng được một lần:\n{address}")

    def _dismiss(self, email: str) -> None:
        identity = identity_of_email(email)
        if identity is None or not identity.is_operator:
            raise CommandError(f"{email} không vận hành mạng lưới.")
        dismiss_operator(identity=identity, at=timezone.now())
        self.stdout.write(f"{identity.full_name} thôi vận hành mạng lưới.")
