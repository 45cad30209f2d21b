#!/bin/bash
# Thousands of generated questionnaires against the reference evaluator, what is proved of them and where answers lead; the
# normal run tries a sample.
#
#     Tests/long/questionnaires.sh
set -eu
cd "$(dirname "$0")/../.."
WAYMARK_LONG=1 swift test --filter 'ReferenceAheadTests|ReferenceTests'
