import Foundation

/// Whether thousands of generated questionnaires are tried, as `Tests/long/questionnaires.sh` does, and not a sample.
let longRun = ProcessInfo.processInfo.environment["WAYMARK_LONG"] == "1"
