#!/usr/bin/env bash
# Checks the scripts of this folder and the workflows for a code host.
# shellcheck source=packaging/settings.sh
source "$(dirname "$0")/../settings.sh"
need shellcheck shellcheck
need go golang-go

shellcheck -x .ci/run .ci/release packaging/*.sh packaging/*/*.sh
if [ ! -x "$tools/actionlint" ]; then
    GOBIN=$tools go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
fi
"$tools/actionlint"
