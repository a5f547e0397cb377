# A Windows to try programs in: wine, with a home of its own. Read with `source` after settings.sh.
# shellcheck shell=bash disable=SC2034,SC2154
need /usr/lib/wine/wine64 wine64
need Xvfb xvfb

trial=$staging/try-windows
rm -rf "$trial"
mkdir -p "$trial/home"
# Wine ties its folder Documents to the home of who runs it.
export HOME=$trial/home WINEPREFIX=$trial/wine WINEDEBUG=-all
# No windows of wine's own that ask to fetch something.
export WINEDLLOVERRIDES='mscoree=;mshtml='
drive=$WINEPREFIX/drive_c

wine() { /usr/lib/wine/wine64 "$@"; }
wine_stops() { /usr/lib/wine/wineserver64 -k -w || true; }
trap wine_stops EXIT

# wine 8 lacks a library that every Windows has since 7; this stands in for it, here alone.
shim() { # shim FOLDER: puts it beside a program
    if [ ! -f "$trial/bcryptprimitives.dll" ]; then
        x86_64-w64-mingw32-gcc -shared -O -s -o "$trial/bcryptprimitives.dll" \
            "$top/packaging/try/bcryptprimitives.c" -ladvapi32
    fi
    cp "$trial/bcryptprimitives.dll" "$1/"
}

# Some programs show a window, also where nobody looks.
Xvfb :97 -screen 0 1200x900x24 >/dev/null 2>&1 &
screen_process=$!
trap 'wine_stops; kill "$screen_process"' EXIT
export DISPLAY=:97

wine wineboot --init >/dev/null 2>&1
wine winecfg /v win10
