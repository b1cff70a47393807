"""The languages of the site, and their names."""

LANGUAGES = ("ky", "ru", "en")
ORIGINAL = "ky"
LANGUAGE_WORDS = {"ky": "language_ky", "ru": "language_ru", "en": "language_en"}
NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}
