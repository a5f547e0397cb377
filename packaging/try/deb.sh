#!/usr/bin/env bash
# Tries the Debian package: installed by apt, run, taken away.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
need lintian lintian

package=$dist/rekenkamer_${version}_amd64.deb
# What Debian asks of its own packages: an announcement, a changelog in its form, no program that holds other libraries.
lintian --fail-on error --allow-root --suppress-tags \
    initial-upload-closes-no-bugs,no-changelog,statically-linked-binary,embedded-library "$package"
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
packaging/try/program.sh /usr/bin/rekenkamer
[ -f /usr/share/man/man1/rekenkamer.1.gz ] || [ -f /etc/dpkg/dpkg.cfg.d/docker ] || fail 'no manual page'
bash -c 'source /usr/share/bash-completion/completions/rekenkamer && complete -p rekenkamer' >/dev/null ||
    fail 'bash does not take its completions'
apt-get remove -y -qq rekenkamer >/dev/null
[ ! -e /usr/bin/rekenkamer ] || fail 'the program is still there'
