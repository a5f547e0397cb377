#!/usr/bin/env bash
# Builds the program for Windows from Linux.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
# shellcheck source=packaging/windows/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

# What Explorer shows of the program.
resource=$staging/windows-resource
mkdir -p "$resource"
sed -e "s/@VERSION@/$version/g" -e "s/@COMMAS@/${version//./,},0/g" packaging/windows/program.rc >"$resource/program.rc"
x86_64-w64-mingw32-windres --input="$resource/program.rc" --output="$resource/program.o" --output-format=coff

# The runtime of mingw becomes part of the program, so that it needs no library beside it.
export CARGO_HOME=$cache/windows-cargo CARGO_TARGET_DIR=$windows_target RUSTC_BOOTSTRAP=1
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc AR_x86_64_pc_windows_gnu=x86_64-w64-mingw32-ar
export RUSTFLAGS="-C target-feature=+crt-static $remap --remap-path-prefix=$CARGO_HOME=/cargo --remap-path-prefix=$windows_tools/root=/debian"
CFLAGS="$CFLAGS -ffile-prefix-map=$CARGO_HOME=/cargo"
cargo rustc --release --locked --bin rekenkamer --target x86_64-pc-windows-gnu -Zbuild-std=std,panic_unwind -- \
    -C strip=symbols -C "link-arg=$resource/program.o" -C link-arg=-Wl,--no-insert-timestamp

# Libraries that every Windows has; any other would have to be handed out too.
imports=$(x86_64-w64-mingw32-objdump -p "$windows_program" | sed -n 's/^\tDLL Name: //p' | sort --ignore-case)
others=$(grep -viE '^(kernel32|ntdll|advapi32|bcrypt|bcryptprimitives|ws2_32|userenv|msvcrt|ole32|oleaut32|shell32|user32|psapi|combase|api-ms-win-[a-z0-9-]*)\.dll$' <<<"$imports" || true)
[ -z "$others" ] || fail "the program for Windows needs: $others"
if grep -aqF -e "$HOME/" -e "$top/" "$windows_program"; then fail 'the program for Windows names folders of this machine'; fi
