#!/usr/bin/env bash
# Tries the set-up for Windows: installs it, silently, over a long PATH and a start folder that is in use; again over itself; takes it away.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
# shellcheck source=packaging/windows/toolchain.sh
source packaging/windows/toolchain.sh
# shellcheck source=packaging/try/wine.sh
source packaging/try/wine.sh

setup=$dist/$windows_name-setup.exe
user=$drive/users/$(id -un)
documents=$(find "$user" -maxdepth 1 -name '*Documents' | head -n 1)
installed=$user/AppData/Local/Programs/Rekenkamer

path_now() { # the user's PATH and its type, as the registry has it
    wine reg query 'HKCU\Environment' /v Path 2>/dev/null | tr -d '\r' | sed -n 's/^ *Path *//p'
}
expect() { # expect WHAT EXPECTED FOUND
    [ "$2" = "$3" ] || fail "$1: expected [$2], found [$3]"
    echo "$1: as expected"
}

# 4,000 characters, four times what a string of NSIS holds, with a part that Windows fills in.
long='%USERPROFILE%\bin'
while [ ${#long} -lt 4000 ]; do long="$long;C:\\Program Files\\Map (x86) ${#long}"; done
wine reg add 'HKCU\Environment' /v Path /t REG_EXPAND_SZ /d "$long" /f >/dev/null
mkdir -p "$documents/Rekenkamer/cases/voorbeeldstad-2026"
echo 'mijn eigen werk' >"$documents/Rekenkamer/cases/voorbeeldstad-2026/case.yaml"

wine "$setup" /S /STARTMAP
own="C:\\users\\$(id -un)\\AppData\\Local\\Programs\\Rekenkamer"
expect 'PATH after the set-up' "REG_EXPAND_SZ    $long;$own" "$(path_now)"
expect 'the program installed' "$(sha256sum <"$windows_program")" "$(sha256sum <"$installed/rekenkamer.exe")"
expect 'a file of the user in the start folder' 'mijn eigen werk' \
    "$(cat "$documents/Rekenkamer/cases/voorbeeldstad-2026/case.yaml")"
expect 'the rest of the start folder' "$(sha256sum <cases/voorbeeldstad-2026/sources.yaml)" \
    "$(sha256sum <"$documents/Rekenkamer/cases/voorbeeldstad-2026/sources.yaml")"
[ -f "$documents/Rekenkamer/LEESMIJ.txt" ] || fail 'the start folder has no LEESMIJ.txt'
find "$user/AppData/Roaming/Microsoft/Windows/Start Menu" -name 'Rekenkamer.lnk' | grep -q . ||
    fail 'there is no shortcut in the Start menu'
expect 'the version in the list of programs' "$version" \
    "$(wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Rekenkamer' /v DisplayVersion |
        tr -d '\r' | sed -n 's/.*REG_SZ *//p')"

wine "$setup" /S
expect 'PATH after the set-up over itself' "REG_EXPAND_SZ    $long;$own" "$(path_now)"

wine "$installed/uninstall.exe" /S "_?=$own"
rm -f "$installed/uninstall.exe" # it cannot take itself away where it is told to stay in its place
expect 'PATH after it was taken away' "REG_EXPAND_SZ    $long" "$(path_now)"
rmdir "$installed" || fail "files are left: $(find "$installed")"
[ -f "$documents/Rekenkamer/cases/voorbeeldstad-2026/sources.yaml" ] || fail 'the start folder went too'
! wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Rekenkamer' >/dev/null 2>&1 ||
    fail 'it is still in the list of programs'

# Without a PATH of the user, and without a start folder.
wine reg delete 'HKCU\Environment' /v Path /f >/dev/null
rm -r "$documents/Rekenkamer"
wine "$setup" /S
expect 'PATH where the user had none' "REG_EXPAND_SZ    $own" "$(path_now)"
[ ! -e "$documents/Rekenkamer" ] || fail 'a start folder that nobody asked for'
# What PATH gives is what a new window with commands finds; wine's own cannot read one so long as that above.
shim "$installed"
wine cmd /c rekenkamer --version | grep -q "$version" || fail 'a new window does not know rekenkamer'
echo 'rekenkamer in a new window: as expected'
rm "$installed/bcryptprimitives.dll"
wine "$installed/uninstall.exe" /S "_?=$own"
expect 'PATH where the user had none, after' 'REG_EXPAND_SZ' "$(path_now | sed 's/ *$//')"
