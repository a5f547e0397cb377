#!/usr/bin/env bash
# Tries one program, as it is, in an empty folder. Use: program.sh PROGRAM
set -euo pipefail
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$program"
"$program" --version
"$program" new cases/proefstad-2026 --municipality Proefstad
"$program" check cases/proefstad-2026
"$program" nota cases/proefstad-2026 --format md,pdf,html,docx,odt
head -c 5 output/proefstad-2026/nota.pdf | grep -q '%PDF-'
