#!/usr/bin/env bash
# Packs the program for Linux for any distribution.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"

folder=$staging/tar/$linux_name
rm -rf "$staging/tar"
mkdir -p "$folder"
cp "$linux_program" LICENSE packaging/linux/LEESMIJ.txt "$folder/"
cp -r "$staging"/share/* "$folder/"
tar --create --directory="$staging/tar" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 \
    --numeric-owner --mode=u=rwX,go=rX --format=gnu "$linux_name" | gzip -9n >"$dist/$linux_name.tar.gz"
