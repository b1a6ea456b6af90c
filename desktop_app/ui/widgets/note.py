"""The line below a field: a hint, or what is wrong with it and what to do."""

from PySide6.QtWidgets import QLabel, QWidget


class Note(QLabel):
    """Faint for a hint, in the colour of problems for a problem; also marks the field it stands below."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self._set_role("faint")

    def say(self, text: str) -> None:
        """Show a hint; empty: nothing."""
        self._set_role("faint")
        self.setText(text)

    def complain(self, text: str) -> None:
        """Show a problem."""
        self._set_role("problem")
        self.setText(text)

    def _set_role(self, role: str) -> None:
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


def mark_problem(widget: QWidget, *, problem: bool) -> None:
    """Draw a field as one with a problem, or as any other."""
    if bool(widget.property("problem")) != problem:
        widget.setProperty("problem", problem)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
