# How the program for Linux is built: by cargo, and by maturin for the wheel, which then finds it done. Read with `source`
# after settings.sh.
# shellcheck shell=bash disable=SC2154
export CARGO_TARGET_DIR=$linux_target RUSTFLAGS="-C target-feature=+crt-static $remap"
export CARGO_PROFILE_RELEASE_STRIP=symbols
