#!/bin/bash
# Thousands of generated questionnaires against the reference evaluator; the normal run tries a sample.
#
#     Tests/long/questionnaires.sh
set -eu
cd "$(dirname "$0")/../.."
WAYMARK_LONG=1 swift test --filter ReferenceAheadTests
