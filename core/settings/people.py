"""Log-in, passwords, sessions, mail."""

from datetime import timedelta

from core.settings import env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "tenants.memberships.backend.UnitMembershipBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "core.identity.passwords.NotLikeThePerson", "OPTIONS": {"user_attributes": ("email", "full_name")}},
    {"NAME": "core.identity.passwords.LongEnough", "OPTIONS": {"min_length": 14}},
    {"NAME": "core.identity.passwords.NotCommon"},
]
LOGIN_URL = "/quan-tri/dang-nhap/"
LOGIN_REDIRECT_URL = "/quan-tri/"
LOGOUT_REDIRECT_URL = "/"
# How many proxies of our own stand before Django: whose X-Forwarded-For is believed (core.identity.client).
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0, high=5)
# Wagtail's own log-in screen does not exist here; its views send people to ours.
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
CSRF_FAILURE_VIEW = "tenants.memberships.views.stale_form.stale_form"

# Host-only cookies: a session of one unit means nothing on another's host.
SESSION_COOKIE_DOMAIN = None
SESSION_COOKIE_SECURE = env.flag("COOKIE_SECURE", True)
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
# The page names the time of the next try, so tries in between must not move it.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "email"
AXES_USERNAME_CALLABLE = "core.identity.lockout.attempted_address"
AXES_CLIENT_IP_CALLABLE = "core.identity.client.network_address_of"
AXES_LOCKOUT_CALLABLE = "core.identity.lockout.lockout_response"
AXES_SENSITIVE_PARAMETERS: list[str] = []

ONE_TIME_LINK_HOURS = env.number("ONE_TIME_LINK_HOURS", 72, low=1, high=24 * 30)

EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_FILE_PATH = str(env.VAR_DIR / "mail")
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25, high=65_535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", False)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Cổng Giáo dục Quảng Trị <khong-tra-loi@quangtri.example>")
