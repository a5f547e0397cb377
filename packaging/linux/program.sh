#!/usr/bin/env bash
# Builds the program for Linux: with the C library in it, so that it runs on any distribution. The tar, the .deb and the wheel
# hold this one program.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
# shellcheck source=packaging/linux/flags.sh
source "$(dirname "$0")/flags.sh"
need cc gcc libc6-dev
need file file

cargo build --release --locked --bin rekenkamer --target x86_64-unknown-linux-gnu
file "$linux_program" | grep -q 'static-pie linked' || fail "$linux_program is not static"
if grep -aqF -e "$HOME/" -e "$top/" "$linux_program"; then fail 'the program for Linux names folders of this machine'; fi
