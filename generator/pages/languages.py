"""Which language a text is in, for the `lang` attribute, and what a language is called."""

from __future__ import annotations

import re

_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"), "zh-Hans"),
)
"""Scripts that show a language by themselves. A name in Latin or Cyrillic letters does not."""

_NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def language_of(text: str) -> str:
    """Give the language (BCP 47) that the script of a native name shows; empty where it shows none.

    Han characters alone count as Simplified Chinese, which is what the record writes.
    """
    return next((language for script, language in _SCRIPTS if script.search(text)), "")


def language_name(tag: str) -> str:
    """Give the English name of a language by its BCP 47 tag, or the tag itself where the list has no name."""
    return _NAMES.get(tag.partition("-")[0].lower(), tag)
