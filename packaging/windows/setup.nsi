; The set-up for Windows: for one user, without an administrator's rights.
; Built by packaging/windows/package.sh, which gives
;   VERSION  the version, such as 0.2.0
;   FOLDER   the folder with all that is installed
;   START    the folder with what the start folder begins with
;   OUT      the set-up to write
;
; Silent: setup.exe /S installs the program and sets PATH; /STARTMAP makes the start folder too.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
ManifestSupportedOS all
ManifestDPIAware true
SetCompressor /SOLID lzma

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include path.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Rekenkamer"

Name "Rekenkamer ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Rekenkamer"
BrandingText "Rekenkamer ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
CRCCheck force

VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Rekenkamer"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Rekenkamer ${VERSION}"
VIAddVersionKey LegalCopyright "EUPL-1.2"

!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Rekenkamer ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_TITLE "$(done)"
!define MUI_FINISHPAGE_TEXT "$(next)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${FOLDER}\LICENSE.txt"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first language is used where Windows speaks neither of the two.
!insertmacro MUI_LANGUAGE Dutch
!insertmacro MUI_LANGUAGE English

LangString welcome ${LANG_DUTCH} "Deze installatie zet het programma rekenkamer op uw computer, alleen voor u. U hebt er geen beheerder voor nodig.$\r$\n$\r$\nHet programma gebruikt het internet niet."
LangString welcome ${LANG_ENGLISH} "This set-up puts the program rekenkamer on your computer, for you alone. You need no administrator for it.$\r$\n$\r$\nThe program does not use the internet."
LangString done ${LANG_DUTCH} "Rekenkamer is geïnstalleerd"
LangString done ${LANG_ENGLISH} "Rekenkamer is installed"
LangString next ${LANG_DUTCH} "Kies Rekenkamer in het menu Start. Er opent een venster waarin u opdrachten typt; het zegt wat u eerst kunt doen.$\r$\n$\r$\nHad u al een venster met opdrachten open? Sluit dat en open een nieuw: het kent rekenkamer nog niet."
LangString next ${LANG_ENGLISH} "Choose Rekenkamer in the Start menu. A window opens in which you type commands; it says what you can do first.$\r$\n$\r$\nDid you have a window with commands open? Close it and open a new one: it does not know rekenkamer yet."
LangString program ${LANG_DUTCH} "Programma"
LangString program ${LANG_ENGLISH} "Program"
LangString about-program ${LANG_DUTCH} "Het programma, de handleiding en een verwijzing in het menu Start. De map van het programma komt in uw PATH, zodat elk venster met opdrachten het kent."
LangString about-program ${LANG_ENGLISH} "The program, the manual and a shortcut in the Start menu. The program's folder is added to your PATH, so that every window with commands knows it."
LangString start ${LANG_DUTCH} "Startmap in Documenten met een voorbeeldcase"
LangString start ${LANG_ENGLISH} "Start folder in Documents with an example case"
LangString about-start ${LANG_DUTCH} "Maakt in Documenten de map Rekenkamer met een verzonnen onderzoek om mee te oefenen. Bestanden die er al staan, blijven zoals ze zijn."
LangString about-start ${LANG_ENGLISH} "Makes the folder Rekenkamer in Documents with a fictional study to practise with. Files that are there already stay as they are."
LangString about-shortcut ${LANG_DUTCH} "Opdrachten van rekenkamer typen"
LangString about-shortcut ${LANG_ENGLISH} "Type commands of rekenkamer"
LangString manual ${LANG_DUTCH} "Handleiding van Rekenkamer"
LangString manual ${LANG_ENGLISH} "Manual of Rekenkamer"
LangString old-windows ${LANG_DUTCH} "Rekenkamer heeft Windows 10 of nieuwer nodig."
LangString old-windows ${LANG_ENGLISH} "Rekenkamer needs Windows 10 or newer."
LangString path-failed ${LANG_DUTCH} "Uw PATH kon niet worden veranderd. Het programma staat in $INSTDIR."
LangString path-failed ${LANG_ENGLISH} "Your PATH could not be changed. The program is in $INSTDIR."

Section "$(program)" ProgramSection
  SectionIn RO
  ; Of an older version nothing stays.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  Push "$INSTDIR"
  Call AddToPath
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(path-failed)" /SD IDOK
  ${EndIf}

  WriteRegStr HKCU "${UNINSTALL}" DisplayName "Rekenkamer"
  WriteRegStr HKCU "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" DisplayIcon "$INSTDIR\rekenkamer.exe"
  WriteRegStr HKCU "${UNINSTALL}" InstallLocation "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" NoModify 1
  WriteRegDWORD HKCU "${UNINSTALL}" NoRepair 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" EstimatedSize $0
SectionEnd

Section "$(start)" StartSection
  SetOutPath "$DOCUMENTS\Rekenkamer"
  SetOverwrite off
  File /r "${START}\*.*"
  SetOverwrite on
SectionEnd

; The shortcuts come last: the window opens in the start folder, if there is one.
Section "-shortcuts"
  StrCpy $1 "$DOCUMENTS"
  ${If} ${FileExists} "$DOCUMENTS\Rekenkamer\*.*"
    StrCpy $1 "$DOCUMENTS\Rekenkamer"
  ${EndIf}
  CreateDirectory "$SMPROGRAMS\Rekenkamer"
  SetOutPath "$1"
  ; Windows that are open do not know the new PATH; this one is told.
  CreateShortcut "$SMPROGRAMS\Rekenkamer\Rekenkamer.lnk" "$SYSDIR\cmd.exe" \
    '/k "set "PATH=%PATH%;$INSTDIR" & rekenkamer"' "$INSTDIR\rekenkamer.exe" 0 SW_SHOWNORMAL "" "$(about-shortcut)"
  ${If} ${FileExists} "$INSTDIR\handleiding\index.html"
    CreateShortcut "$SMPROGRAMS\Rekenkamer\$(manual).lnk" "$INSTDIR\handleiding\index.html"
  ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${ProgramSection} "$(about-program)"
  !insertmacro MUI_DESCRIPTION_TEXT ${StartSection} "$(about-start)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(old-windows)" /SD IDOK
    Abort
  ${EndIf}
  ; Nobody agreed to a start folder where nobody was asked.
  ${If} ${Silent}
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/STARTMAP" $1
    ${If} ${Errors}
      !insertmacro UnselectSection ${StartSection}
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
FunctionEnd

; The start folder stays: it may hold the user's own work.
Section "Uninstall"
  Push "$INSTDIR"
  Call un.RemoveFromPath
  Pop $0
  ; Only what was installed goes, whatever else the user put there.
  !include uninstall-files.nsh
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\Rekenkamer"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
