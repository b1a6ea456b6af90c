; The installer for one user: no administrator is asked, nothing outside the user's own folders is touched.
; Build the program first (PyInstaller build.spec), then, in this folder:  makensis installer.nsi
; -DPROGRAM=FOLDER -DICON=FILE -DOUT=FILE name other places of the built program, its icon, and what is written.
; Uninstalling in silence (uninstall.exe /S) keeps drafts, settings and logs; with /DATA it removes them.
; Saved as UTF-8 with its mark at the beginning: without it, makensis on Windows reads another encoding.
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!ifndef PROGRAM
  !define PROGRAM "..\..\dist\yuyisuan"
!endif
; The version stands in one place.
!searchparse /file "..\..\pyproject.toml" `version = "` VERSION `"`
!ifndef ICON
  !define ICON "..\..\build\build\made\yuyisuan.ico"
!endif
!ifndef OUT
  !define OUT "..\..\dist\yuyisuan-${VERSION}-windows-setup.exe"
!endif

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define PRODUCT "渝医算"
!define WINDOW "yuyisuan.exe"
!define COMMAND "yuyisuan-cli.exe"
!define LIBRARIES "_internal"
!define CASE_TYPE "Yuyisuan.Case"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\yuyisuan"
; The folder of desktop_app/folders.py.
!define DATA "$LOCALAPPDATA\yuyisuan"
!define EXIT_RUNNING 3
!define EXIT_SYSTEM 4

Name "${PRODUCT}"
OutFile "${OUT}"
; Fixed: what is removed later is then surely the program's own.
InstallDir "$LOCALAPPDATA\Programs\yuyisuan"
BrandingText "${PRODUCT} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Yuyisuan"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Yuyisuan setup"
VIAddVersionKey "LegalCopyright" "MIT License"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${NSISDIR}\Contrib\Graphics\Wizard\nsis3-grey.bmp"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is what a system in any other language gets.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

!macro WORDS NAME CHINESE ENGLISH
  LangString ${NAME} ${LANG_SIMPCHINESE} "${CHINESE}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro WORDS case_file "${PRODUCT}测算文件" "${PRODUCT} (Yuyisuan) case"
!insertmacro WORDS welcome "版本 ${VERSION}。只给当前用户安装，不用管理员，不用联网。$\n$\n已有的草稿、设置和您存的文件都会保留。" \
  "Version ${VERSION}, for the present user: no administrator and no network are needed.$\n$\n\
Drafts, settings and files that you saved are kept."
!insertmacro WORDS system "${PRODUCT}需要 64 位的 Windows 10 或更新的系统。" \
  "Yuyisuan needs 64-bit Windows 10 or later."
!insertmacro WORDS running "${PRODUCT}正在运行。请先关闭它的所有窗口，再重新开始。" \
  "Yuyisuan is running. Close all its windows, then start again."
!insertmacro WORDS data "草稿、设置、用过的医院、导入的政策包和错误记录还在这台电脑上：$\n${DATA}$\n$\n\
也一起删除吗？您自己存的测算文件（.yys）不会动。" \
  "Drafts, settings, hospitals entered, imported policy packs and error logs are still on this computer:\
$\n${DATA}$\n$\nDelete them too? Case files that you saved (.yys) are not touched."

; A program that runs keeps its file: nobody can write to it.
!macro REFUSE_WHILE_RUNNING FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(running)" /SD IDOK
      SetErrorLevel ${EXIT_RUNNING}
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; What an earlier version may have brought and this one may not.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\${LIBRARIES}"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${COMMAND}"
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(system)" /SD IDOK
    SetErrorLevel ${EXIT_SYSTEM}
    Quit
  ${EndIf}
  !insertmacro REFUSE_WHILE_RUNNING "${WINDOW}"
  !insertmacro REFUSE_WHILE_RUNNING "${COMMAND}"
FunctionEnd

Section
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\${WINDOW}"
  CreateShortcut "$DESKTOP\${PRODUCT}.lnk" "$INSTDIR\${WINDOW}"

  WriteRegStr HKCU "${CLASSES}\${CASE_TYPE}" "" "$(case_file)"
  WriteRegStr HKCU "${CLASSES}\${CASE_TYPE}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${CLASSES}\${CASE_TYPE}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.yys" "" "${CASE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\.yys\OpenWithProgids" "${CASE_TYPE}" ""
  !insertmacro TELL_EXPLORER

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Yuyisuan"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

; Removes what the program keeps for itself, by name: whatever else lies there is somebody's own and stays.
!macro REMOVE_DATA
  Delete "${DATA}\drafts\*.json"
  Delete "${DATA}\drafts\*.lock"
  Delete "${DATA}\drafts\*.damaged"
  Delete "${DATA}\drafts\.*.tmp"
  RMDir "${DATA}\drafts"
  Delete "${DATA}\logs\error-*.log"
  RMDir "${DATA}\logs"
  Delete "${DATA}\packs\replaced\*.toml"
  RMDir "${DATA}\packs\replaced"
  Delete "${DATA}\packs\*.toml"
  RMDir "${DATA}\packs"
  Delete "${DATA}\settings.json"
  Delete "${DATA}\hospitals.json"
  Delete "${DATA}\.*.tmp"
  RMDir "${DATA}"
!macroend

Function un.onInit
  !insertmacro REFUSE_WHILE_RUNNING "${WINDOW}"
  !insertmacro REFUSE_WHILE_RUNNING "${COMMAND}"
FunctionEnd

Section "un.program"
  ; A folder in which a program runs cannot be removed.
  SetOutPath "$TEMP"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  ; Only if empty: whatever else somebody put there stays.
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  Delete "$DESKTOP\${PRODUCT}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${CASE_TYPE}"
  DeleteRegValue HKCU "${CLASSES}\.yys\OpenWithProgids" "${CASE_TYPE}"
  ReadRegStr $0 HKCU "${CLASSES}\.yys" ""
  ${If} $0 == "${CASE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.yys" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.yys\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.yys"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_EXPLORER
SectionEnd

Section "un.data"
  ${If} ${FileExists} "${DATA}\*.*"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DATA" $1
    ${IfNot} ${Errors}
      !insertmacro REMOVE_DATA
    ${ElseIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(data)" /SD IDNO IDYES`
      !insertmacro REMOVE_DATA
    ${EndIf}
  ${EndIf}
SectionEnd
