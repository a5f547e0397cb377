# Rust and a linker for Windows, from Debian's packages. Read with `source` after settings.sh.
#
# Debian's Rust for its browsers comes with the source of the standard library, from which cargo
# builds that library for Windows (`-Zbuild-std`, which is not yet a settled part of cargo). All is
# unpacked in a folder of its own, since these packages cannot stand beside a Rust from rustup.
# shellcheck shell=bash disable=SC2154
windows_tools=$cache/windows-tools
if [ ! -f "$windows_tools/ready" ]; then
    rm -rf "$windows_tools"
    mkdir -p "$windows_tools/root" "$windows_tools/debs"
    apt-get update -qq
    packages='rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64-win32'
    # And of what they need, in three steps, what a Debian without these compilers lacks.
    for _ in 1 2 3; do
        # shellcheck disable=SC2086
        packages=$({
            printf '%s\n' $packages
            apt-cache depends --important $packages | sed -n 's/^ *Depends: //p' |
                grep -E '^(libstd-rust-web|libllvm|libgit2|libhttp-parser|libmbed|binutils-mingw|gcc-mingw|mingw-w64)'
        } | sort -u)
    done
    # shellcheck disable=SC2086
    (cd "$windows_tools/debs" && apt-get download -qq $packages)
    for package in "$windows_tools"/debs/*.deb; do
        dpkg -x "$package" "$windows_tools/root"
    done
    ln -sf x86_64-w64-mingw32-gcc-win32 "$windows_tools/root/usr/bin/x86_64-w64-mingw32-gcc"
    touch "$windows_tools/ready"
fi
PATH=$windows_tools/root/usr/bin:$PATH
export LD_LIBRARY_PATH=$windows_tools/root/usr/lib/x86_64-linux-gnu:$windows_tools/root/usr/lib
