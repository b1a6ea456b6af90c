"""How the window looks: font, colours of the system's light or dark scheme, one style sheet."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.resources import data_path

FONT_FAMILY = "Noto Sans SC"
_SMALLER_ON_WINDOWS = ("QAbstractItemView", "QMenu", "QMenuBar", "QMessageBox", "QStatusBar", "QTipLabel")
"""Widgets to which Qt gives a font of the system's there, in which amounts in tables would be measured."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they mean, as ``#rrggbb``."""

    window: str
    card: str
    text: str
    faint_text: str
    line: str
    accent: str
    accent_soft: str
    problem: str
    problem_soft: str
    remark: str
    remark_soft: str
    own_share: str
    basic_fund: str
    critical_illness: str
    maternity: str
    others: str
    tier_1: str
    tier_2: str


LIGHT = Colours(
    window="#f4f5f3",
    card="#ffffff",
    text="#1d2624",
    faint_text="#5d6966",
    line="#d9dedb",
    accent="#0f6b5c",
    accent_soft="#e2f0ec",
    problem="#b3261e",
    problem_soft="#fbe9e7",
    remark="#8a5a00",
    remark_soft="#fdf3dc",
    own_share="#c4581a",
    basic_fund="#2f7f9e",
    critical_illness="#6a5fa8",
    maternity="#b0567f",
    others="#8b9490",
    tier_1="#9a5410",
    tier_2="#1f5fa8",
)

DARK = Colours(
    window="#1b201f",
    card="#252b29",
    text="#e8edeb",
    faint_text="#a5b0ac",
    line="#3b4441",
    accent="#5cc2ad",
    accent_soft="#20403a",
    problem="#ff8a80",
    problem_soft="#46231f",
    remark="#f0c05a",
    remark_soft="#40341a",
    own_share="#f0894a",
    basic_fund="#63b4d3",
    critical_illness="#a89ce8",
    maternity="#e08fb4",
    others="#97a19d",
    tier_1="#e3a765",
    tier_2="#7db4f0",
)


def colours(application: QApplication | None = None) -> Colours:
    """The colours of the system's scheme as it is now."""
    hints = (application or QApplication.instance()).styleHints()  # type: ignore[union-attr]
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply_theme(application: QApplication) -> None:
    """Give the application font, palette and style sheet, anew whenever the system's scheme changes."""
    QFontDatabase.addApplicationFont(str(data_path("resources", "fonts", "NotoSansSC-Regular.otf")))
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(10.5)
    application.setFont(font)
    application.setStyle("Fusion")
    _apply_colours(application)
    application.styleHints().colorSchemeChanged.connect(lambda: _apply_colours(application))


def _apply_colours(application: QApplication) -> None:
    scheme = colours(application)
    application.setPalette(_palette(scheme))
    named = {name: getattr(scheme, name) for name in Colours.__slots__}
    application.setStyleSheet(_STYLE.format(**named, icons=data_path("resources", "icons").as_posix()))
    for name in _SMALLER_ON_WINDOWS:  # as text, whatever the stub says
        application.setFont(application.font(), name)  # type: ignore[arg-type]


def _palette(scheme: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, scheme.window),
        (role.Base, scheme.card),
        (role.AlternateBase, scheme.window),
        (role.Button, scheme.card),
        (role.WindowText, scheme.text),
        (role.Text, scheme.text),
        (role.ButtonText, scheme.text),
        (role.ToolTipBase, scheme.card),
        (role.ToolTipText, scheme.text),
        (role.PlaceholderText, scheme.faint_text),
        (role.Highlight, scheme.accent),
        (role.HighlightedText, scheme.card),
        (role.Accent, scheme.accent),
        (role.Link, scheme.accent),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(scheme.faint_text))
    return palette


_STYLE = """
QWidget[card="true"] {{ background: {card}; border: 1px solid {line}; border-radius: 6px; }}
QLabel[role="title"] {{ font-size: 17pt; }}
QLabel[role="subtitle"] {{ font-size: 12.5pt; }}
QLabel[role="faint"] {{ color: {faint_text}; }}
QLabel[role="problem"] {{ color: {problem}; }}
QLabel[role="remark"] {{ color: {remark}; background: {remark_soft}; border-radius: 4px;
    padding: 4px 8px; }}
QLabel[role="amount"] {{ font-size: 30pt; color: {own_share}; }}
QLineEdit, QComboBox, QPlainTextEdit, QDateEdit {{ border: 1px solid {line}; border-radius: 4px;
    padding: 3px 6px; background: {card}; min-height: 22px; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 2px 5px; }}
QLineEdit[problem="true"], QComboBox[problem="true"] {{ border-color: {problem};
    background: {problem_soft}; }}
QComboBox {{ combobox-popup: 0; padding-right: 22px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{icons}/down.svg"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ border: 1px solid {line}; background: {card}; outline: none;
    selection-background-color: {accent}; selection-color: {card}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 13px; height: 13px; border: 1px solid {faint_text};
    background: {card}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 7px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{icons}/check.svg"); }}
QRadioButton::indicator:checked {{ border: 4px solid {accent}; width: 7px; height: 7px; }}
QCheckBox:focus, QRadioButton:focus {{ outline: 1px solid {accent}; }}
QPushButton {{ border: 1px solid {line}; border-radius: 5px; padding: 5px 14px; background: {card}; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {faint_text}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {card}; border-color: {accent}; }}
QPushButton[primary="true"]:focus {{ border-color: {text}; }}
QPushButton[link="true"] {{ border: 1px solid transparent; background: transparent; color: {accent};
    padding: 3px 6px; text-align: left; }}
QPushButton[link="true"]:focus, QPushButton[link="true"]:hover {{ border-color: {accent}; }}
QListWidget#pages {{ border: none; background: transparent; outline: none; font-size: 11.5pt; }}
QListWidget#pages::item {{ padding: 9px 8px; border-radius: 5px; color: {text}; }}
QListWidget#pages::item:selected {{ background: {accent_soft}; color: {text};
    border-left: 4px solid {accent}; padding-left: 4px; }}
QLabel#draftPack {{ background: {remark_soft}; color: {remark}; padding: 5px 12px; }}
QFrame#line {{ background: {line}; }}
QFrame#bar {{ border-top: 1px solid {line}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 4px; }}
"""
