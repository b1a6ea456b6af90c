"""What is wrong with a pack: all problems of a file at once."""

from dataclasses import dataclass

from desktop_app.reading import Problem


@dataclass(frozen=True, slots=True)
class PackProblems:
    """Every problem found in one pack file. Such a pack is not loaded at all."""

    name: str
    """The file, as it was named to the reader."""
    problems: tuple[Problem, ...]

    def lines(self) -> list[str]:
        """One line a problem, with file and key."""
        return [
            ": ".join(part for part in (self.name, problem.path, problem.message) if part)
            for problem in self.problems
        ]
