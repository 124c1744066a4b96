; The installer for one person, without administrator rights. Called by package.py, which gives VERSION, FOUR, SOURCE, OUT, ICON and, in the
; rehearsal, TARGET and QUICK. /S installs silently, /D=FOLDER (last, unquoted) elsewhere.
Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user

!define PRODUCT "証 Akashi"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Akashi"
!define TYPE "Akashi.Office"

Name "${PRODUCT} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Akashi"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${PRODUCT} ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Akashi.exe"
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language serves every other system.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"

LangString WELCOME_TITLE ${LANG_ENGLISH} "Install ${PRODUCT} ${VERSION}"
LangString WELCOME_TITLE ${LANG_JAPANESE} "${PRODUCT} ${VERSION} のインストール"
LangString WELCOME_TEXT ${LANG_ENGLISH} "Akashi is installed for you alone; no administrator is needed. It sends nothing anywhere and does not update itself.$\r$\n$\r$\nClose Akashi before you go on. Your offices and backups are not touched."
LangString WELCOME_TEXT ${LANG_JAPANESE} "このユーザーだけにインストールします。管理者の権限は要りません。外部への送信も自動更新もしません。$\r$\n$\r$\n起動中の Akashi は終了してから進んでください。事務所のデータとバックアップには触れません。"
LangString DATA_STAYS ${LANG_ENGLISH} "The program is removed. Your data stays in $LOCALAPPDATA\akashi and wherever you keep your offices and backups."
LangString DATA_STAYS ${LANG_JAPANESE} "プログラムを取り除きます。データは $LOCALAPPDATA\akashi と、事務所やバックアップを置いた場所に残ります。"
LangString STILL_RUNNING ${LANG_ENGLISH} "Akashi is still running. Save your work, close it, and try again."
LangString STILL_RUNNING ${LANG_JAPANESE} "Akashi が起動しています。作業を保存して終了し、もう一度実行してください。"
LangString TYPE_NAME ${LANG_ENGLISH} "Akashi office"
LangString TYPE_NAME ${LANG_JAPANESE} "Akashi の事務所"

VIProductVersion "${FOUR}"
VIAddVersionKey /LANG=0 "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=0 "FileDescription" "${PRODUCT}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

; A running program cannot be opened for writing. Exit status 5: nothing was changed.
!macro StopIfRunning
  IfFileExists "$INSTDIR\Akashi.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\Akashi.exe" a
  IfErrors 0 close
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(STILL_RUNNING)" /SD IDOK
  SetErrorLevel 5
  Quit
close:
  FileClose $0
free:
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\Akashi.exe"
  Delete "$INSTDIR\Akashi.pkg"
  Delete "$INSTDIR\akashi.com"
!macroend

Section
  SetShellVarContext current
  !insertmacro StopIfRunning
  ; Libraries of an older version must not lie beside the new ones. Only what an installer put there is removed.
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\Akashi.exe"

  WriteRegStr HKCU "Software\Classes\.akashi" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(TYPE_NAME)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\Akashi.exe,0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\Akashi.exe" --office "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Akashi.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Akashi"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro StopIfRunning
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  ReadRegStr $0 HKCU "Software\Classes\.akashi" ""
  StrCmp $0 "${TYPE}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.akashi"
  ; Window places and widths. What an administrator set under Policies stays.
  DeleteRegKey HKCU "Software\Akashi"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
