"""Runs a template; whatever fails names the file and line of the template and the cure."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket

from generator.composing.environment import REPORT_FILE, make_environment
from generator.composing.mistakes import explained, hint_for, syntax_said, template_names_in
from generator.composing.tracing import is_shipped, shipped_name, shown, told_inside, unclosed
from generator.config.nearest import did_you_mean
from generator.errors import Location, RenderError

_OPEN = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_FAILURES = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError)


class Compiled(BytecodeCache):
    """Compiled templates, each by its file; one whose text has changed is compiled anew."""

    def __init__(self) -> None:
        """Begin with none."""
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled before, if anything."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


@lru_cache(maxsize=4)
def _compiled(_indicators: tuple[str, ...]) -> Compiled:
    """Return what all reports of a process share: compiling takes half the time of a small one.

    Ids of indicators are looked for while a template is compiled, hence one for each set.
    """
    return Compiled()


@dataclass(frozen=True, slots=True)
class Templates:
    """One template among the folders where it and what it imports are looked for."""

    folders: Sequence[Path]
    name: str
    indicators: tuple[str, ...]

    @property
    def main(self) -> str:
        """The file of the template, relative to its folder."""
        return f"{self.name}/{REPORT_FILE}"

    def run(self, context: Mapping[str, object], *, marked: bool) -> str:
        """Return what the template gives. Raises RenderError with file and line."""
        environment = make_environment(self.folders, indicators=self.indicators, marked=marked)
        environment.bytecode_cache = None if marked else _compiled(self.indicators)
        try:
            return environment.get_template(self.main).render(context)
        except TemplateNotFound as exc:
            raise self._not_found(exc, environment) from exc
        except TemplateSyntaxError as exc:
            raise self._not_understood(exc, environment) from exc
        except _FAILURES as exc:
            place, within = self._line(exc)
            names = (*context, *environment.globals, *template_names_in(environment, place.file))
            said = f"the template fails: {explained(exc, self.indicators)}"
            raise RenderError(
                told_inside(said, within),
                location=place,
                hint=hint_for(exc, names, self.indicators),
            ) from exc

    def _not_found(self, error: TemplateNotFound, environment: Environment) -> RenderError:
        """Return the error of a file that no folder of templates has."""
        name = str(error.name)
        hint = did_you_mean(name, environment.list_templates())
        return RenderError(
            f"the template {name!r} does not exist",
            location=None if name == self.main else self._line(error)[0],
            hint=hint or "choose one that `soket list templates` shows",
        )

    def _not_understood(self, error: TemplateSyntaxError, environment: Environment) -> RenderError:
        """Return the error of a template that is no Jinja."""
        said = str(error.message)
        line, (message, hint) = error.lineno, syntax_said(said, environment)
        opened = _OPEN.search(said)
        if opened and (begun := unclosed(error.source or "", opened[1], environment)):
            line, message = begun, f"{{% {opened[1]} %}} is not closed"
            hint = f"write {{% end{opened[1]} %}}"
        file = shown(error.filename or self.main)
        return RenderError(
            f"the template is wrong: {message}", location=Location(file, line), hint=hint
        )

    def _line(self, error: Exception) -> tuple[Location, str]:
        """Return the innermost line of an author's template in a traceback (Jinja rewrites them).

        Behind it stands the line of the shipped macro that failed there, "" if none did.
        """
        roots = tuple(str(folder) for folder in self.folders)
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename.startswith(roots)
        ]
        if not frames:
            return Location(self.main), ""
        own = [frame for frame in frames if not is_shipped(frame.filename)]
        last = (own or frames)[-1]
        place = Location(shown(last.filename), last.lineno or 0)
        if last is frames[-1]:
            return place, ""
        return place, f"{shipped_name(frames[-1].filename)}:{frames[-1].lineno or 1}"
