#!/usr/bin/env bash
# Tries the program for Windows, from the zip, under wine: the work of a study from its first file to a comparison, beside the
# same work with the program for Linux. What both write and say must be the same, byte for byte.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
# shellcheck source=packaging/windows/toolchain.sh
source packaging/windows/toolchain.sh
# shellcheck source=packaging/try/wine.sh
source packaging/try/wine.sh
need unzip unzip
need curl curl

failures=0
wrong() {
    echo "WRONG: $*"
    failures=$((failures + 1))
}

unzip -q "$dist/$windows_name.zip" -d "$drive"
program="C:\\$windows_name\\rekenkamer.exe"
shim "$drive/$windows_name"
x86_64-w64-mingw32-gcc -municode -O -s -o "$drive/hold.exe" packaging/try/hold.c

# Two folders with the same files; the name is one that people give.
there=$drive/'Mijn onderzoek é'
here=$trial/'Mijn onderzoek é'
for folder in "$there" "$here"; do
    mkdir -p "$folder"
    git archive HEAD cases/voorbeeldstad-2026 cases/voorbeeldregio-2026 | tar -x -C "$folder"
done

on_windows() { (cd "$there" && wine "$program" "$@"); }
on_linux() { (cd "$here" && "$linux_program" "$@"); }
slashes() { tr -d '\r' | tr '\134' /; } # paths are written either way

both() { # both ARGUMENT…: the same command on both; the same words and the same end
    local status_there=0 status_here=0
    on_windows --lang nl "$@" >"$trial/there.out" 2>"$trial/there.err" || status_there=$?
    on_linux --lang nl "$@" >"$trial/here.out" 2>"$trial/here.err" || status_here=$?
    [ "$status_there" = "$status_here" ] || wrong "$*: ends with $status_there, on Linux with $status_here"
    for stream in out err; do
        slashes <"$trial/there.$stream" >"$trial/there.said"
        slashes <"$trial/here.$stream" >"$trial/here.said"
        diff -u --label Linux --label Windows "$trial/here.said" "$trial/there.said" || wrong "$*: other words"
    done
    echo "$* ($status_there)"
}
same() { # same FOLDER: the same files in it
    diff -r "$here/$1" "$there/$1" || wrong "$1 is not the same on both"
    echo "$1: $(find "$there/$1" -type f | wc -l) files are the same"
}

both
both new cases/proefstad-2026 --municipality Proefstad --date 2026-11-28
both check cases/proefstad-2026
both check cases/voorbeeldstad-2026 cases/proefstad-2026 --format json
both check cases/proefstad-2026 --format sarif
for form in table json csv; do both score cases/voorbeeldstad-2026 --format "$form"; done
both nota cases/voorbeeldstad-2026 cases/proefstad-2026 --document nota,report,summary,matrix --format md,pdf,html,docx,odt
both nota cases/voorbeeldstad-2026 --document report --stage hearing --format md,pdf,html,docx,odt
both nota cases/voorbeeldregio-2026/grevelhout-2026 --attach
both trace cases/voorbeeldstad-2026 IB-1
both explain R702
both compare cases/voorbeeldregio-2026 --by size-group --rank
same cases
same output

# Edited by hand, first as it is, then as Notepad saves it: a byte order mark, and CRLF.
for folder in "$there" "$here"; do
    sed -i '0,/^## /s/^## \(.*\)$/## \1, en meer/' "$folder/output/voorbeeldstad-2026/nota.md"
done
both render output/voorbeeldstad-2026/nota.md --format pdf,html,docx,odt
both nota cases/voorbeeldstad-2026
for folder in "$there" "$here"; do
    sed -i -e '1s/^/\xef\xbb\xbf/' -e 's/$/\r/' "$folder/output/voorbeeldstad-2026/nota.md"
done
both render output/voorbeeldstad-2026/nota.md --format pdf,html,docx,odt
same output

# All files of a case with CRLF, and names that only begin as those of devices.
for folder in "$there" "$here"; do
    cp -r "$folder/cases/voorbeeldstad-2026" "$folder/cases/con-2026"
    find "$folder/cases/con-2026" -name '*.yaml' -exec sed -i 's/$/\r/' {} +
done
both check cases/con-2026
both nota cases/con-2026 --format md,pdf,html,docx,odt
same output/con-2026

# Names that Windows keeps for devices, and others that it cannot have, are refused in words of the program.
for name in CON nul 'a?b' 'a.'; do
    if on_windows --lang nl new "cases/$name" --municipality Proefstad >"$trial/out" 2>&1; then
        wrong "new cases/$name passes"
    fi
    slashes <"$trial/out"
    grep -q 'Windows kent geen' "$trial/out" || wrong "new cases/$name: other words"
done

# Documents that another program holds.
held() { # held FILE HOW COMMAND…: runs the command while the file is held, so that others may `read` it or nobody, by `all`
    local file=$1 how=$2
    shift 2
    (cd "$there" && wine 'C:\hold.exe' "$file" "$how" >"$trial/held" 2>&1) &
    local holder=$! tries=0
    until grep -q held "$trial/held" 2>/dev/null; do
        sleep 0.2
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || fail "cannot hold $file"
    done
    local status=0
    "$@" >"$trial/out" 2>&1 || status=$?
    wine taskkill /f /im hold.exe >/dev/null 2>&1 || true
    wait "$holder" || true
    rm -f "$trial/held"
    slashes <"$trial/out"
    return "$status"
}
before=$(sha256sum <"$there/output/con-2026/nota.pdf")
for folder in "$there" "$here"; do sed -i 's/Voorbeeldstad/Voorbeeldstede/' "$folder/cases/con-2026/case.yaml"; done
for how in read all; do
    if held 'output\con-2026\nota.pdf' "$how" on_windows --lang nl nota cases/con-2026; then
        wrong 'nota passes while another program holds nota.pdf'
    fi
    grep -qi 'geopend' "$trial/out" || wrong 'nota does not say that another program has nota.pdf open'
    [ "$before" = "$(sha256sum <"$there/output/con-2026/nota.pdf")" ] || wrong 'a nota.pdf that was held is another'
    find "$there/output" -name '.rekenkamer-*' | grep . && wrong 'temporary files are left'
done
both nota cases/con-2026
# One that was edited and cannot be read now is not taken for one that nobody edited.
echo 'met de hand' >>"$there/output/con-2026/nota.md"
before=$(sha256sum <"$there/output/con-2026/nota.md")
held 'output\con-2026\nota.md' all on_windows --lang nl nota cases/con-2026 || true
grep -qi 'geopend' "$trial/out" || wrong 'nota does not say that another program has nota.md open'
[ "$before" = "$(sha256sum <"$there/output/con-2026/nota.md")" ] || wrong 'an edited nota.md that was held is lost'

# watch, with its page in the browser.
port=18080
(cd "$there" && exec /usr/lib/wine/wine64 "$program" --lang nl watch cases/voorbeeldregio-2026/grevelhout-2026 --port "$port" >"$trial/watch" 2>&1) &
watcher=$!
page() { curl --silent --max-time 5 "http://127.0.0.1:$port/"; }
tries=0
until page | grep -q '<html'; do
    sleep 0.5
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || { cat "$trial/watch"; fail 'the page of watch does not come'; }
done
round() { grep -c 'nota.pdf' "$trial/watch" || true; }
wait_round() { # wait_round COUNT: until so many rounds were told
    local tries=0
    until [ "$(round)" -ge "$1" ]; do
        sleep 0.2
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || { cat "$trial/watch"; wrong 'watch does not notice a change' && return; }
    done
}
wait_round 1
seen=$(round)
began=$(date +%s%N)
sed -i 's/Grevelhout/Grevelhoud/' "$there/cases/voorbeeldregio-2026/grevelhout-2026/case.yaml"
wait_round $((seen + 1))
echo "watch noticed a change and set the nota in $((($(date +%s%N) - began) / 1000000)) ms"
kill "$watcher" 2>/dev/null || true
wine taskkill /f /im rekenkamer.exe >/dev/null 2>&1 || true
wait "$watcher" || true
slashes <"$trial/watch"

# The language is that of the system, where nothing else says it.
mkdir -p "$trial/locale"
need localedef locales
for language in nl_NL en_US; do
    [ -f /usr/share/i18n/locales/$language ] || { apt-get update -qq && apt-get install -y -qq locales >/dev/null; }
    localedef -i "$language" -f UTF-8 "$trial/locale/$language.UTF-8"
    wine_stops
    # The program ends with an error, since there is no such case.
    said=$(cd "$there" && env "LOCPATH=$trial/locale" "LC_ALL=$language.UTF-8" /usr/lib/wine/wine64 cmd /c \
        "set LC_ALL=&set LANG=&set LC_MESSAGES=&$program check cases\\geen" 2>&1 | tr -d '\r') || true
    case $language in
        nl_NL) expected=fout ;;
        en_US) expected=error ;;
    esac
    grep -q "^$expected" <<<"$said" || wrong "with a system in $language it says: $said"
    echo "with a system in $language: $(head -n 1 <<<"$said")"
done

[ "$failures" = 0 ] || fail "$failures things are wrong on Windows"
