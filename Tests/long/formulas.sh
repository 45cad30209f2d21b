#!/bin/bash
# A million random formulas of amounts: what Python's fractions, decimal and dateutil make of them, against Swift and the browser's
# script. The normal run tries some hundreds.
#
#     Tests/long/formulas.sh [COUNT]
set -eu
cd "$(dirname "$0")/../.."
count=${1:-1000000}
file=$(mktemp)
trap 'rm -f "$file"' EXIT
for ((part = 0; part * 50000 < count; part++)); do
    left=$((count - part * 50000))
    python3 Tests/long/formulas/vectors.py $((left < 50000 ? left : 50000)) $((part + 2)) > "$file"
    WAYMARK_FORMULAS=$file swift test --skip-build --filter FormulaVectorTests
    WAYMARK_FORMULAS=$file node --test Tests/ScriptTests/questionnaire-formula.test.js
done
