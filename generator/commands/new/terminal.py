"""Asking at a terminal, with suggestions while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.shortcuts import print_formatted_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from generator.commands.new.asking import Question

_MOST = 50
"""How many suggestions are listed at once."""


class Suggestions(Completer):
    """Suggests what has all typed words in its id or in the name it stands for, in either script."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Give what fits the text before the cursor; behind the last comma where there may be several."""
        del complete_event
        text = document.text_before_cursor
        typed = text.rpartition(",")[2].lstrip() if self.question.several else text
        words = typed.casefold().split()
        fitting = [
            (not id_.startswith(typed.casefold()), number, id_, name)
            for number, (id_, name) in enumerate(self.question.choices.items())
            if all(word in f"{id_} {name}".casefold() for word in words)
        ]
        for _, _, id_, name in sorted(fitting)[:_MOST]:
            yield Completion(id_, start_position=-len(typed), display_meta=name)


class Terminal:
    """A person at a terminal."""

    def __init__(self) -> None:
        self.session: PromptSession[str] = PromptSession()

    def ask(self, question: Question, default: str) -> str:
        """Ask with suggestions, and with what is meant at the foot of the screen."""
        words = [("bold", question.ask), ("", f" ({question.hint})" if question.hint else ""), ("", ": ")]
        return self.session.prompt(
            FormattedText(words),
            completer=Suggestions(question) if question.choices else None,
            complete_while_typing=True,
            bottom_toolbar=question.about or None,
            default=default,
        )

    def confirm(self, what: str, *, default: bool) -> bool:
        """Ask until the answer is a yes, a no, or nothing for the default."""
        choice = "Y/n" if default else "y/N"
        while True:
            typed = self.session.prompt(FormattedText([("bold", what), ("", f" [{choice}] ")]), bottom_toolbar=None)
            if typed.strip().casefold() in ("y", "yes", "n", "no", ""):
                return typed.strip().casefold() in ("y", "yes") or (default and not typed.strip())
            self.say("Answer y or n.")

    def say(self, what: str) -> None:
        """Print a line."""
        print_formatted_text(FormattedText([("ansiyellow", what)]))
