"""What Windows shows among a program's properties."""

from pathlib import Path

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0, OS=0x40004, fileType=1),
  kids=[
    StringFileInfo([StringTable('080404B0', [
      StringStruct('FileDescription', '渝医算'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'yuyisuan'),
      StringStruct('LegalCopyright', '{copyright}'),
      StringStruct('OriginalFilename', '{program}.exe'),
      StringStruct('ProductName', '渝医算 Yuyisuan'),
      StringStruct('ProductVersion', '{version}'),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0804, 1200])]),
  ],
)
"""


def write_version(target: Path, program: str, version: str, licence: Path) -> Path:
    """Write the version resource of a program as PyInstaller reads it; ``licence`` says whose it is."""
    parts = [int(part) for part in version.split(".")]
    numbers = tuple([*parts, 0, 0, 0, 0][:4])
    lines = licence.read_text(encoding="utf-8").splitlines()
    owner = next(line for line in lines if line.startswith("Copyright"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        _TEXT.format(numbers=numbers, version=version, program=program, copyright=owner), encoding="utf-8"
    )
    return target
