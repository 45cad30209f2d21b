#!/bin/sh
# corpus.sh FOLDER [N]: a site of the real content and N made-up pages (974, so that there are 1,000), in FOLDER.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1" && mkdir -p "$1"
cp -r "$here/../../../Content" "$1/Content"
python3 "$here/../corpus.py" "${2:-974}" "$1/made"
mv "$1/made/waymark/Content" "$1/Content/made"
rm -rf "$1/made" "$1/Content/made/site.yaml"
