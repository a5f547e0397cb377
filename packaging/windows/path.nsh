; The user's PATH, in HKEY_CURRENT_USER\Environment.
;
; It is read, changed and written in memory of its own: a string of NSIS holds 1,024 characters, and
; many a PATH is longer. What is written keeps its type, so that a part such as %USERPROFILE% works
; as before.
;
; AddToPath and un.RemoveFromPath take a folder from the stack and leave a code there: 0 if PATH is
; as it should be.

!include WinMessages.nsh

!define USER_KEYS 0x80000001 ; HKEY_CURRENT_USER
!define READ_AND_WRITE 0x2001F ; KEY_READ | KEY_WRITE
!define REG_EXPAND_SZ 2
!define NOT_FOUND 2 ; ERROR_FILE_NOT_FOUND

!macro PathFunctions un
; Opens the key and reads PATH between two semicolons. $1: the key. $2: the type of the value.
; $3: where the text begins in memory; there is room for FOLDER ($9) behind it. $0: 0 if all went well.
Function ${un}ReadPath
  StrCpy $3 0
  System::Call 'advapi32::RegOpenKeyExW(p ${USER_KEYS}, w "Environment", i 0, i ${READ_AND_WRITE}, *p .r1) i .r0'
  IntCmp $0 0 0 failed failed
  StrCpy $2 ${REG_EXPAND_SZ}
  StrCpy $4 0
  System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, *i .r2, p 0, *i .r4) i .r0'
  IntCmp $0 0 known
  IntCmp $0 ${NOT_FOUND} 0 failed failed
  StrCpy $2 ${REG_EXPAND_SZ}
  StrCpy $4 0
known:
  StrLen $5 $9
  IntOp $5 $5 * 2
  IntOp $5 $5 + $4
  IntOp $5 $5 + 16
  ; The memory is all zeros, so that the text ends also where the value has no zero of its own.
  System::Alloc $5
  Pop $3
  System::Call 'kernel32::lstrcatW(p r3, w ";")'
  IntCmp $4 0 empty
  IntPtrOp $5 $3 + 2
  System::Call 'advapi32::RegQueryValueExW(p r1, w "Path", p 0, p 0, p r5, *i r4) i .r0'
  IntCmp $0 0 0 failed failed
empty:
  System::Call 'kernel32::lstrcatW(p r3, w ";")'
  StrCpy $0 0
failed:
FunctionEnd

; Writes the text at $5 as PATH and tells the programs that run. $0: 0 if that went well.
Function ${un}WritePath
  System::Call 'kernel32::lstrlenW(p r5) i .r6'
  IntOp $6 $6 + 1
  IntOp $6 $6 * 2
  System::Call 'advapi32::RegSetValueExW(p r1, w "Path", i 0, i r2, p r5, i r6) i .r0'
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
FunctionEnd

Function ${un}ClosePath
  IntPtrCmp $3 0 +2
  System::Free $3
  System::Call 'advapi32::RegCloseKey(p r1)'
FunctionEnd
!macroend
!insertmacro PathFunctions ""
!insertmacro PathFunctions "un."

Function AddToPath
  Exch $9
  Call ReadPath
  IntCmp $0 0 0 end end
  StrCpy $8 ";$9;"
  System::Call 'shlwapi::StrStrIW(p r3, w r8) p .r5'
  IntPtrCmp $5 0 0 end end ; it is there already
  System::Call 'kernel32::lstrcatW(p r3, w r9)'
  ; Without the semicolons that were put before a PATH, or before and after none.
  IntPtrOp $5 $3 + 2
  IntCmp $4 2 0 0 write
  IntPtrOp $5 $3 + 4
write:
  Call WritePath
end:
  Call ClosePath
  Pop $9
  Push $0
FunctionEnd

Function un.RemoveFromPath
  Exch $9
  Call un.ReadPath
  IntCmp $0 0 0 end end
  StrCpy $8 ";$9;"
  System::Call 'shlwapi::StrStrIW(p r3, w r8) p .r5'
  IntPtrCmp $5 0 end
  ; What stands behind it moves to its place.
  StrLen $6 ";$9"
  IntOp $6 $6 * 2
  IntPtrOp $7 $5 + $6
  System::Call 'kernel32::lstrlenW(p r7) i .r6'
  IntOp $6 $6 + 1
  IntOp $6 $6 * 2
  System::Call 'kernel32::RtlMoveMemory(p r5, p r7, p r6)'
  ; The semicolon at the end goes; that at the beginning is skipped.
  System::Call 'kernel32::lstrlenW(p r3) i .r6'
  IntOp $6 $6 - 1
  IntOp $6 $6 * 2
  IntPtrOp $7 $3 + $6
  System::Call '*$7(&i2 0)'
  IntPtrOp $5 $3 + 2
  IntCmp $6 0 0 write write
  StrCpy $5 $3 ; nothing is left
write:
  Call un.WritePath
end:
  Call un.ClosePath
  Pop $9
  Push $0
FunctionEnd
