#!/usr/bin/env bash
# Writes the page with the licences of all that is in the program. Fails at a crate whose licence is not in about.toml.
# Use: make.sh FILE
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
# shellcheck source=packaging/windows/toolchain.sh
source packaging/windows/toolchain.sh
cargo_tool cargo-about cargo-about --features cli

# Reading the licences of some 400 crates takes minutes: once for each set of crates.
crates=$cache/licences-$(cat Cargo.lock packaging/licences/about.* | sha256sum | cut -c 1-16).html
if [ ! -f "$crates" ]; then
    cargo fetch --locked --quiet
    PATH=$tools:$PATH cargo about generate --locked --offline --fail \
        --config packaging/licences/about.toml packaging/licences/about.hbs >"$crates.new"
    mv "$crates.new" "$crates"
fi

escaped() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' "$@"; }
text() { # text TITLE FILE: a licence with its whole text
    printf '<section>\n<h3>%s</h3>\n<pre>' "$1"
    escaped "$2"
    printf '</pre>\n</section>\n'
}
{
    sed "s/@VERSION@/$version/" packaging/licences/head.html
    text 'rekenkamer: EUPL-1.2' LICENSE
    echo '<h2>Fonts</h2>'
    for licence in templates/fonts/*/LICENSE*; do
        text "$(basename "$(dirname "$licence")")" "$licence"
    done
    echo '<h2>Runtime</h2>'
    cat packaging/licences/runtime.html
    text 'GNU Lesser General Public License, version 2.1' /usr/share/common-licenses/LGPL-2.1
    text 'mingw-w64 runtime' "$windows_tools/root/usr/share/doc/mingw-w64-common/copyright"
    cat "$crates"
    echo '</main></body></html>'
} >"$1"
