from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from search.suggest.gather import gather_frequent
from search.suggest.spelling.learn import learn_spelling

HELP = "learn spellings and frequent questions now instead of by night"


def add_arguments(parser: CommandParser) -> None:
    """Takes none."""


def run(options: Mapping[str, Any]) -> str:
    at = timezone.now()
    return f"{learn_spelling(at=at)} words known, {gather_frequent(at=at)} frequent questions"
