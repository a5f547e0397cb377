# The first minutes of a user, in an empty folder. Read with `source` after settings.sh.
# shellcheck shell=bash

first_minutes() { # first_minutes FOLDER COMMAND…: new, check and nota, with this command as the program
    local folder=$1
    shift
    rm -rf "$folder"
    mkdir -p "$folder"
    (
        cd "$folder"
        "$@" >/dev/null
        "$@" --version
        "$@" new cases/proefstad-2026 --municipality Proefstad --date 2026-11-28 >/dev/null
        "$@" check cases/proefstad-2026
        "$@" nota cases/proefstad-2026 --format pdf,html,docx >/dev/null
    )
    head -c 5 "$folder/output/proefstad-2026/nota.pdf" | grep -q '%PDF-' || fail "no nota in $folder"
    echo 'new, check and nota: as expected'
}
