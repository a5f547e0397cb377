#!/usr/bin/env bash
# Writes the software bill of materials: which crates are in the program, in CycloneDX. Use: sbom.sh FILE
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/settings.sh"
cargo_tool cargo-cyclonedx cargo-cyclonedx
need python3 python3

# It can write only beside Cargo.toml.
name=rekenkamer-sbom-$$
trap 'rm -f "$top/$name.json"' EXIT
PATH=$tools:$PATH cargo cyclonedx --quiet --format json --spec-version 1.5 \
    --target all --no-build-deps --override-filename "$name"
python3 packaging/sbom.py "$top/$name.json" "$1"
