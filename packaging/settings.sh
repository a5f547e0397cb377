# What the scripts of a release share: names, folders, times. Each of them reads it with `source`.
# shellcheck shell=bash disable=SC2034
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
dist=$top/dist
windows_name=rekenkamer-$version-windows-x86_64
linux_name=rekenkamer-$version-linux-x86_64

# What is built and fetched stays outside the checkout.
cache=${REKENKAMER_CACHE:-$HOME/.cache/rekenkamer}
tools=$cache/tools/bin
python=$cache/python-release/bin
staging=$cache/staging
linux_target=$cache/release
windows_target=$cache/windows
linux_program=$linux_target/x86_64-unknown-linux-gnu/release/rekenkamer
windows_program=$windows_target/x86_64-pc-windows-gnu/release/rekenkamer.exe

# Two runs on one commit give the same bytes: every time is that of the commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8 CARGO_INCREMENTAL=0

# In place of this machine's folders, programs name these.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
remap="--remap-path-prefix=$top=/rekenkamer --remap-path-prefix=$cargo_home=/cargo"
export CFLAGS="-ffile-prefix-map=$cargo_home=/cargo"

need() { # need PROGRAM PACKAGE…: installs Debian packages where a program is missing
    command -v "$1" >/dev/null && return
    shift
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

fail() {
    echo "$*" >&2
    exit 1
}

same_time() { # same_time FOLDER: gives all in it the time of the commit
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

completion() { # completion SHELL: the name of its script in completions/
    case $1 in
        bash) echo rekenkamer.bash ;;
        zsh) echo _rekenkamer ;;
        fish) echo rekenkamer.fish ;;
        powershell) echo rekenkamer.ps1 ;;
    esac
}

python_tools() { # makes the Python programs of a release, once
    [ -x "$python/maturin" ] && return
    need python3 python3 python3-venv
    python3 -m venv "${python%/bin}"
    "$python/pip" install --quiet --disable-pip-version-check maturin wheel uv pipx
}

cargo_tool() { # cargo_tool COMMAND CRATE [OPTION…]: builds a program of cargo, once
    [ -x "$tools/$1" ] && return
    local crate=$2
    shift 2
    cargo install --quiet --locked --root "${tools%/bin}" "$crate" "$@"
}
