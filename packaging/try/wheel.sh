#!/usr/bin/env bash
# Tries the wheel: installed by uv and by pipx, each into an empty folder, without the internet.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
python_tools

trial=$staging/try-wheel
wheel=$(echo "$dist"/*.whl)
rm -rf "$trial"
mkdir -p "$trial"

UV_TOOL_DIR=$trial/uv UV_TOOL_BIN_DIR=$trial/uv-bin "$python/uv" tool install --quiet --offline "$wheel"
packaging/try/program.sh "$trial/uv-bin/rekenkamer"
UV_TOOL_DIR=$trial/uv UV_TOOL_BIN_DIR=$trial/uv-bin "$python/uv" tool uninstall --quiet rekenkamer
[ ! -e "$trial/uv-bin/rekenkamer" ] || fail 'uv did not take the command away'

PIPX_HOME=$trial/pipx PIPX_BIN_DIR=$trial/pipx-bin PIPX_MAN_DIR=$trial/man \
    "$python/pipx" install --quiet --pip-args=--no-index "$wheel"
packaging/try/program.sh "$trial/pipx-bin/rekenkamer"
[ -e "$trial/man/man1/rekenkamer.1" ] || fail 'pipx found no manual page'
