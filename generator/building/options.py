"""What `mkdocs.yml` may say to the plugin."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError

from generator.record.validating import did_you_mean

if TYPE_CHECKING:
    from mkdocs.config.base import ConfigErrors, ConfigWarnings


class TimelineConfig(Config):
    """The plugin's options in `mkdocs.yml`."""

    today = config_options.Optional(config_options.Type(str))
    """The day that counts as today for the checks (`YYYY-MM-DD`); the machine's day in UTC by default."""
    cache = config_options.Type(bool, default=True)
    """Whether pages of the last site are taken over where nothing that they are made of has changed."""
    shell = config_options.Type(bool, default=True)
    """Whether the theme frames one page of each kind, and the others are framed after it."""
    cards = config_options.Type(bool, default=True)
    """Whether pages have pictures for those who share them. Only a build that knows where the site stands makes any."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse an unknown option, which MkDocs would only warn of."""
        failed, warnings = super().validate()
        known = [name for name, _ in self._schema]
        for name in sorted(set(self) - set(known)):
            hint = did_you_mean(name, known)[0] or f"Known options: {', '.join(known)}."
            failed.append((name, ValidationError(f"unknown option. {hint}")))
        return failed, warnings

    def day(self) -> date:
        """Give the day that counts as today; PluginError where `today` is none."""
        try:
            return date.fromisoformat(self.today) if self.today else datetime.now(UTC).date()
        except ValueError:
            raise PluginError(f"`today: {self.today}` is not a day such as 2024-01-31") from None
