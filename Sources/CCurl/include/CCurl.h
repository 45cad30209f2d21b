#ifndef WAYMARK_CURL_H
#define WAYMARK_CURL_H

#include <stddef.h>

/// libcurl, opened when the first external address is requested and not before: linked, it would bring thirty libraries
/// that every command waits for, 10 ms of the 2 that a start takes. Swift cannot call its variadic functions either way.
typedef struct waymark_curl waymark_curl;

/// Why a request has no answer.
typedef enum {
    WAYMARK_ANSWERED,
    WAYMARK_BAD_ADDRESS,
    WAYMARK_NO_HOST,
    WAYMARK_NO_CONNECTION,
    WAYMARK_TIMED_OUT,
    WAYMARK_NO_TRUST,
    WAYMARK_BROKEN_OFF,
} waymark_failure;

/// How a request ended. Strings last until the next call.
typedef struct {
    int number;
    waymark_failure failure;
    /// libcurl's words for a failure; empty if there are none.
    const char *words;
    /// Whether there was a connection, so that the network is not what fails.
    int is_connected;
    /// The status of the answer (RFC 9110, section 15).
    long status;
    /// Where a redirect leads, as a whole address; NULL for any other answer.
    const char *location;
    /// Seconds after which to come again, from Retry-After; 0 if it does not say.
    long retry_after;
} waymark_answer;

/// What a request may take.
typedef struct {
    long connect_milliseconds;
    long total_milliseconds;
    /// Bytes of a body after which the connection is closed.
    size_t body_bytes;
    const char *user_agent;
    /// A file with the certificates to trust instead of the system's; NULL for those.
    const char *certificates;
} waymark_limits;

/// Opens the library; NULL if it is not installed or too old.
waymark_curl *waymark_curl_open(void);

/// Closes it, with all requests.
void waymark_curl_close(waymark_curl *curl);

/// Starts a request that follows no redirect: HEAD, or GET. 0, or -1 if it cannot be made.
///
/// @param number tells the answer to it from others.
int waymark_curl_start(waymark_curl *curl, int number, const char *address, int is_get, const waymark_limits *limits);

/// Works on all requests, and waits until something happens or the time is over. 0, or -1 if the library gives up.
int waymark_curl_wait(waymark_curl *curl, int milliseconds);

/// Takes a finished request. 1, or 0 if there is none.
int waymark_curl_take(waymark_curl *curl, waymark_answer *answer);

#endif
