"""The environment comes in, Django's settings go out (``DJANGO_SETTINGS_MODULE=nhipcau.settings``)."""

from __future__ import annotations

from pathlib import Path

from nhipcau.settings.address import database, mail
from nhipcau.settings.environment import Environment
from nhipcau.settings.log import logging_of
from nhipcau.settings.secret import secret_key

ENVIRONMENT = Environment()

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = ENVIRONMENT.data_dir.expanduser().resolve()
STATIC_ROOT = DATA_DIR / "static"
NHIPCAU_FILES_DIR = DATA_DIR / "files"
for _folder in (DATA_DIR, STATIC_ROOT, NHIPCAU_FILES_DIR):
    _folder.mkdir(mode=0o750, parents=True, exist_ok=True)

SECRET_KEY = ENVIRONMENT.secret_key.get_secret_value() or secret_key(DATA_DIR)
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
CSRF_TRUSTED_ORIGINS = list(ENVIRONMENT.trusted_origins)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "django_htmx",
    "nhipcau.store",
    "nhipcau.web",
]

MIDDLEWARE = [
    "nhipcau.web.security.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "nhipcau.settings.urls"
WSGI_APPLICATION = "nhipcau.settings.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The web room's pages stand before allauth's own.
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nhipcau.web.shell.context",
            ],
        },
    },
]

DATABASES = {"default": database(ENVIRONMENT.database_url.get_secret_value(), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# A unit of work is opened by the verb that needs it, not by the request.
ATOMIC_REQUESTS = False
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
]
CSRF_FAILURE_VIEW = "nhipcau.web.errors.stale_form"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "nhipcau.settings.sign_in.OfficeAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# Nobody who is not signed in makes the office write to a stranger.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = False

LANGUAGE_CODE = ENVIRONMENT.language
LANGUAGES = [("vi", "Tiếng Việt"), ("ko", "한국어"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "words" / "locale"]
LANGUAGE_COOKIE_NAME = "nhipcau_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = ENVIRONMENT.time_zone

STATIC_URL = "/static/"
# Korean letters for machines that have none: the same font that draws the pictures.
STATICFILES_DIRS = [("fonts", PACKAGE / "report" / "fonts")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": NHIPCAU_FILES_DIR}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
# Served from the package where nobody has collected them: a fresh clone has its pictures.
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = ENVIRONMENT.https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = ENVIRONMENT.https
LANGUAGE_COOKIE_SECURE = ENVIRONMENT.https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = ENVIRONMENT.https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENVIRONMENT.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.behind_proxy else None
X_FRAME_OPTIONS = "DENY"

NHIPCAU_MAX_UPLOAD_BYTES = ENVIRONMENT.max_upload_bytes
NHIPCAU_MAX_TEXT = ENVIRONMENT.max_text
# A pasted text is a form field: percent-encoded Vietnamese or Korean takes nine bytes a letter.
DATA_UPLOAD_MAX_MEMORY_SIZE = max(ENVIRONMENT.max_upload_bytes, 9 * ENVIRONMENT.max_text)
# A form of a need holds up to 200 requirements of seven fields; far more are counted and refused with a sentence.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Several files may come in one form; what is larger than this is refused before any of it is kept.
NHIPCAU_MAX_REQUEST_BYTES = 5 * DATA_UPLOAD_MAX_MEMORY_SIZE
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "nhipcau.web.uploads.StopAtLimit"]
FILE_UPLOAD_PERMISSIONS = 0o640

NHIPCAU_MODEL_ENDPOINT = ENVIRONMENT.model_endpoint
NHIPCAU_MODEL_NAME = ENVIRONMENT.model_name
NHIPCAU_MODEL_KEY = ENVIRONMENT.model_key
NHIPCAU_MODEL_TIMEOUT = ENVIRONMENT.model_timeout_seconds

DEFAULT_FROM_EMAIL = ENVIRONMENT.email_from
globals().update(mail(ENVIRONMENT.email_url.get_secret_value()))

LOGGING = logging_of(ENVIRONMENT.log_level)
# What holds for one host is not claimed for the other hosts of its domain.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if not ENVIRONMENT.https:
    # Served inside one office's network; NHIPCAU_HTTPS=true turns all of these on.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]
