"""The languages of the site, and their names."""

LANGUAGES = ("ky", "ru", "en")
ORIGINAL = "ky"
STAFF_LANGUAGES = ("ky", "ru")
"""The languages of those who write and check the texts; commands print their messages in both."""

LANGUAGE_WORDS = {"ky": "language_ky", "ru": "language_ru", "en": "language_en"}
NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}
