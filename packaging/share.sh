#!/usr/bin/env bash
# What every package holds beside the program: completions, manual pages, licences, the manual; and the bill of materials.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/settings.sh"

share=$staging/share
rm -rf "$share"
mkdir -p "$share/completions" "$share/man/man1"

for shell in bash zsh fish powershell; do
    "$linux_program" completions "$shell" >"$share/completions/$(completion "$shell")"
done
"$linux_program" manual-pages "$share/man/man1"

# The manual comes from docs/, for whoever has no internet.
cargo_tool mdbook mdbook
"$tools/mdbook" build docs --dest-dir "$share/handleiding"
rm -f "$share/handleiding/.nojekyll" "$share/handleiding/CNAME"

packaging/licences/make.sh "$share/licences.html"
packaging/sbom.sh "$dist/rekenkamer-$version-sbom.cdx.json"
same_time "$share"
