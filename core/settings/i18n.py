"""Language and time: Vietnamese is the source language of our own strings; English lives under /en/ from day one."""

from core.settings import env

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt"), ("en", "Tiếng Anh")]  # as editors call them
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt")]
# A translation is a draft until somebody has read it, whether or not its source is live (sites.english).
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
USE_I18N = True
# The overlay for Wagtail's untranslated strings; it wins over the packages' own catalogues.
LOCALE_PATHS = [env.BASE_DIR / "core" / "locale"]
FORMAT_MODULE_PATH = ["core.locale"]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
