"""Settings: the office and the clerk that stand on paper, and the window's language."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from desktop_app.draft.settings import Settings
from desktop_app.wording.messages import LANGS
from desktop_app.wording.sentences import Wording


class SettingsDialog(QDialog):
    """Asks for what the office sets once."""

    def __init__(self, settings: Settings, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        text = wording.messages.text
        self._settings = settings
        self._office = QLineEdit(settings.office)
        self._clerk = QLineEdit(settings.clerk)
        self._language = QComboBox()
        for lang in LANGS:
            self._language.addItem(text(f"window.language.{lang}"), lang)
        self._language.setCurrentIndex(max(0, self._language.findData(wording.lang)))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(text("window.settings.office"), self._office)
        form.addRow(text("window.settings.clerk"), self._clerk)
        form.addRow(text("window.settings.language"), self._language)
        form.addRow(buttons)
        self.setWindowTitle(text("window.settings.title"))
        self.setMinimumWidth(420)

    def settings(self) -> Settings:
        """The settings as they stand in the dialog."""
        return replace(
            self._settings,
            office=self._office.text().strip(),
            clerk=self._clerk.text().strip(),
            language=self._language.currentData(),
        )
