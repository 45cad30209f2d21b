#!/bin/bash
# Thousands of generated questionnaires against the reference evaluator, what is proved of them, where answers lead, and what is
# said of their rows and ranges, whose answers differ between two versions; and every recorded run of the flows. The normal run tries a sample.
#
#     Tests/long/questionnaires.sh
set -eu
cd "$(dirname "$0")/../.."
WAYMARK_LONG=1 swift test --filter 'ReferenceAheadTests|ReferenceTests|ReferenceWalkTests|RowByRowTests|RangeWordsTests|ConditionWordsTests|FlowTests|ComparingTests'
