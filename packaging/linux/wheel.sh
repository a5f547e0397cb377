#!/usr/bin/env bash
# Puts the program for Linux in a wheel, which `uv tool install` and `pipx install` make a command of.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
# shellcheck source=packaging/linux/flags.sh
source "$(dirname "$0")/flags.sh"
python_tools

# maturin takes over what stands in this folder beside pyproject.toml; git ignores it.
data=$top/rekenkamer.data/data
trap 'rm -rf "$top/rekenkamer.data"' EXIT
rm -rf "$top/rekenkamer.data"
mkdir -p "$data/share/doc/rekenkamer"
cp LICENSE "$staging/share/licences.html" "$data/share/doc/rekenkamer/"
cp -r "$staging/share/man" "$data/share/"
for shell in bash/bash-completion/completions/rekenkamer zsh/zsh/site-functions/_rekenkamer \
    fish/fish/vendor_completions.d/rekenkamer.fish; do
    mkdir -p "$data/share/$(dirname "${shell#*/}")"
    cp "$staging/share/completions/$(completion "${shell%%/*}")" "$data/share/${shell#*/}"
done

out=$staging/wheel
rm -rf "$out"
"$python/maturin" build --release --locked --target x86_64-unknown-linux-gnu --compatibility manylinux2014 \
    --sbom-include "$dist/rekenkamer-$version-sbom.cdx.json" --out "$out"
# One name for the oldest Linux it runs on, and not two.
"$python/python" -m wheel tags --remove --platform-tag manylinux2014_x86_64 "$out"/*.whl
"$python/python" -m zipfile -e "$out"/*.whl "$out/unpacked"
cmp "$out"/unpacked/rekenkamer-*.data/scripts/rekenkamer "$linux_program" || fail 'the wheel holds another program'
cp "$out"/*.whl "$dist/"
