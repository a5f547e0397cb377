#!/usr/bin/env bash
# From the program for Windows to its zip and its set-up.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
need zip zip
need makensis nsis
need python3 python3

for_windows() { # for_windows TEXT FILE: as Notepad of every Windows 10 reads it: a byte order mark, CRLF
    { printf '\xef\xbb\xbf' && sed -e "s/@VERSION@/$version/g" -e 's/$/\r/' "$1"; } >"$2"
}

folder=$staging/windows/$windows_name
rm -rf "$staging/windows"
mkdir -p "$folder"
cp "$windows_program" "$folder/"
cp "$staging/share/licences.html" "$folder/"
cp -r "$staging/share/completions" "$folder/"
for_windows LICENSE "$folder/LICENSE.txt"
for_windows packaging/windows/LEESMIJ.txt "$folder/LEESMIJ.txt"
[ -d "$staging/share/handleiding" ] && cp -r "$staging/share/handleiding" "$folder/"

start=$staging/windows/start
mkdir -p "$start/cases"
# Only what git keeps: nobody's own files get in.
git archive HEAD cases/voorbeeldstad-2026 | tar -x -C "$start"
for_windows packaging/windows/LEESMIJ-startmap.txt "$start/LEESMIJ.txt"
same_time "$staging/windows"

rm -f "$dist/$windows_name.zip"
(cd "$staging/windows" && find "$windows_name" | sort | zip -q -9 -X "$dist/$windows_name.zip" -@)

# What the uninstaller takes away: the files that were put there, and folders that are then empty.
include=$staging/windows/include
mkdir "$include"
# shellcheck disable=SC2016
(cd "$folder" &&
    find . -type f -printf 'Delete "$INSTDIR/%P"\n' | sort &&
    find . -mindepth 1 -type d -printf 'RMDir "$INSTDIR/%P"\n' | sort --reverse) |
    tr '/' '\134' >"$include/uninstall-files.nsh"
(cd packaging/windows && makensis -V2 -WX -INPUTCHARSET UTF8 "-DVERSION=$version" "-DFOLDER=$folder" \
    "-DSTART=$start" "-DOUT=$dist/$windows_name-setup.exe" "-X!addincludedir $include" setup.nsi)
