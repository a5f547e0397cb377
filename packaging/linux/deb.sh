#!/usr/bin/env bash
# Packs the program for Linux for Debian, Ubuntu and what is made from them.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
need dpkg-deb dpkg

root=$staging/deb
doc=$root/usr/share/doc/rekenkamer
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$doc"
cp "$linux_program" "$root/usr/bin/"
cp "$staging/share/licences.html" "$doc/"
[ -d "$staging/share/handleiding" ] && cp -r "$staging/share/handleiding" "$doc/"
cp -r "$staging/share/man" "$root/usr/share/"
gzip -9n "$root"/usr/share/man/man1/*
gzip -9nc CHANGELOG.md >"$doc/NEWS.gz"
{ cat packaging/linux/copyright && sed -e 's/^$/./' -e 's/^/ /' LICENSE; } >"$doc/copyright"

install_completion() { # install_completion SHELL PATH
    mkdir -p "$root/usr/share/$(dirname "$2")"
    cp "$staging/share/completions/$(completion "$1")" "$root/usr/share/$2"
}
install_completion bash bash-completion/completions/rekenkamer
install_completion zsh zsh/vendor-completions/_rekenkamer
install_completion fish fish/vendor_completions.d/rekenkamer.fish

size=$(du --summarize --apparent-size --block-size=1K --exclude=DEBIAN "$root" | cut -f 1)
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$size/" packaging/linux/control >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
chmod -R u=rwX,go=rX "$root"
same_time "$root"
dpkg-deb --root-owner-group -Zxz --build "$root" "$dist/rekenkamer_${version}_amd64.deb"
