#!/usr/bin/env bash
# Tries the program of the tar: in a system that holds nothing else, and in a Debian of 2021.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
need debootstrap debootstrap

trial=$staging/try-tar
rm -rf "$trial"
mkdir -p "$trial/empty/tmp" "$trial/empty/work"
tar -xzf "$dist/$linux_name.tar.gz" -C "$trial"
program=$trial/$linux_name/rekenkamer

# No library, no shell, no /etc, no /proc: the program, its working folder and one for temporary files.
cp "$program" "$trial/empty/"
alone() { chroot "$trial/empty" /rekenkamer "$@"; }
cd "$trial/empty"
# Without a shell there, the working folder is the root.
alone new cases/proefstad-2026 --municipality Proefstad --date 2026-11-28 >/dev/null
alone check cases/proefstad-2026
alone nota cases/proefstad-2026 --format pdf,html,docx >/dev/null
head -c 5 output/proefstad-2026/nota.pdf | grep -q '%PDF-' || fail 'no nota in an empty system'
echo 'new, check and nota in an empty system: as expected'
cd "$top"

old=$cache/debian-bullseye
if [ ! -f "$old/ready" ]; then
    rm -rf "$old"
    debootstrap --variant=minbase bullseye "$old" >"$cache/debian-bullseye.log"
    touch "$old/ready"
fi
rm -rf "$old/work"
mkdir "$old/work"
cp "$program" "$old/work/"
chroot "$old" sh -c 'cd /work && ./rekenkamer new cases/proefstad-2026 --municipality Proefstad --date 2026-11-28 &&
    ./rekenkamer check cases/proefstad-2026 && ./rekenkamer nota cases/proefstad-2026 --format pdf,html,docx' >/dev/null
for form in pdf html docx; do
    cmp "$old/work/output/proefstad-2026/nota.$form" "$trial/empty/output/proefstad-2026/nota.$form" ||
        fail "another nota.$form in an old Debian"
done
rm -rf "$old/work"
echo 'the same documents in Debian 11: as expected'
