#define CURL_DISABLE_TYPECHECK
#define CURL_DISABLE_DEPRECATION
#include "CCurl.h"
#include <curl/curl.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(X)                                                                                                             \
    X(curl_global_init) X(curl_global_cleanup) X(curl_easy_init) X(curl_easy_cleanup) X(curl_easy_setopt) X(curl_easy_getinfo)   \
    X(curl_easy_strerror) X(curl_multi_init) X(curl_multi_cleanup) X(curl_multi_add_handle) X(curl_multi_remove_handle)          \
    X(curl_multi_perform) X(curl_multi_poll) X(curl_multi_info_read)

/// A request that is under way.
typedef struct request {
    struct request *next;
    CURL *handle;
    int number;
    size_t allowed;
    char words[CURL_ERROR_SIZE];
} request;

struct waymark_curl {
    void *library;
    CURLM *multi;
    request *requests;
    int count;
    /// Kept for the strings of the answer that was taken last.
    request *taken;
#define DECLARE(name) __typeof__(name) *name;
    FUNCTIONS(DECLARE)
#undef DECLARE
};

static void *open_library(void) {
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"};
    for (size_t index = 0; index < sizeof names / sizeof *names; index += 1) {
        void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library) return library;
    }
    return NULL;
}

static int find_functions(waymark_curl *curl) {
#define FIND(name)                                                                                                               \
    *(void **)&curl->name = dlsym(curl->library, #name);                                                                         \
    if (!curl->name) return -1;
    FUNCTIONS(FIND)
#undef FIND
    return 0;
}

waymark_curl *waymark_curl_open(void) {
    waymark_curl *curl = calloc(1, sizeof *curl);
    if (!curl) return NULL;
    curl->library = open_library();
    if (curl->library && find_functions(curl) == 0 && curl->curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) {
        curl->multi = curl->curl_multi_init();
        if (curl->multi) return curl;
        curl->curl_global_cleanup();
    }
    if (curl->library) dlclose(curl->library);
    free(curl);
    return NULL;
}

static void release(waymark_curl *curl, request *request) {
    if (!request) return;
    if (request->handle) curl->curl_easy_cleanup(request->handle);
    free(request);
}

void waymark_curl_close(waymark_curl *curl) {
    if (!curl) return;
    while (curl->requests) {
        request *next = curl->requests->next;
        curl->curl_multi_remove_handle(curl->multi, curl->requests->handle);
        release(curl, curl->requests);
        curl->requests = next;
    }
    release(curl, curl->taken);
    curl->curl_multi_cleanup(curl->multi);
    curl->curl_global_cleanup();
    dlclose(curl->library);
    free(curl);
}

/// Ends the transfer when there is more than anybody wants.
static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    request *request = context;
    size_t length = size * count;
    if (length > request->allowed) return 0;
    request->allowed -= length;
    return length;
}

int waymark_curl_start(waymark_curl *curl, int number, const char *address, int is_get, const waymark_limits *limits) {
    request *made = calloc(1, sizeof *made);
    if (!made) return -1;
    made->number = number;
    made->allowed = limits->body_bytes;
    made->handle = curl->curl_easy_init();
    CURL *handle = made->handle;
    int failed = !handle || curl->curl_easy_setopt(handle, CURLOPT_URL, address) != CURLE_OK
        || curl->curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) != CURLE_OK;
    if (!failed) {
        curl->curl_easy_setopt(handle, is_get ? CURLOPT_HTTPGET : CURLOPT_NOBODY, 1L);
        curl->curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
        curl->curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl->curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, limits->connect_milliseconds);
        curl->curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limits->total_milliseconds);
        curl->curl_easy_setopt(handle, CURLOPT_USERAGENT, limits->user_agent);
        curl->curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
        curl->curl_easy_setopt(handle, CURLOPT_WRITEDATA, made);
        curl->curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, made->words);
        curl->curl_easy_setopt(handle, CURLOPT_PRIVATE, made);
        if (limits->certificates) curl->curl_easy_setopt(handle, CURLOPT_CAINFO, limits->certificates);
        failed = curl->curl_multi_add_handle(curl->multi, handle) != CURLM_OK;
    }
    if (failed) {
        release(curl, made);
        return -1;
    }
    made->next = curl->requests;
    curl->requests = made;
    curl->count += 1;
    return 0;
}

int waymark_curl_wait(waymark_curl *curl, int milliseconds) {
    int running = 0;
    if (curl->curl_multi_perform(curl->multi, &running) != CURLM_OK) return -1;
    // What has ended already is taken first.
    if (running < curl->count) return 0;
    if (curl->curl_multi_poll(curl->multi, NULL, 0, milliseconds, NULL) != CURLM_OK) return -1;
    return curl->curl_multi_perform(curl->multi, &running) == CURLM_OK ? 0 : -1;
}

static waymark_failure failure(CURLcode code) {
    switch (code) {
    case CURLE_OK: return WAYMARK_ANSWERED;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return WAYMARK_BAD_ADDRESS;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return WAYMARK_NO_HOST;
    case CURLE_COULDNT_CONNECT: return WAYMARK_NO_CONNECTION;
    case CURLE_OPERATION_TIMEDOUT: return WAYMARK_TIMED_OUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_INVALIDCERTSTATUS: return WAYMARK_NO_TRUST;
    default: return WAYMARK_BROKEN_OFF;
    }
}

static void fill(waymark_curl *curl, waymark_answer *answer, const request *request, CURLcode code) {
    CURL *handle = request->handle;
    curl_off_t connected = 0, retry = 0;
    char *location = NULL;
    memset(answer, 0, sizeof *answer);
    answer->number = request->number;
    curl->curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer->status);
    curl->curl_easy_getinfo(handle, CURLINFO_CONNECT_TIME_T, &connected);
    curl->curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &location);
    curl->curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &retry);
    // A body that was not read to its end was answered all the same.
    int is_cut = code == CURLE_WRITE_ERROR && answer->status > 0;
    answer->failure = is_cut ? WAYMARK_ANSWERED : failure(code);
    answer->words = request->words[0] ? request->words : code == CURLE_OK ? "" : curl->curl_easy_strerror(code);
    answer->is_connected = connected > 0 || answer->status > 0;
    // What answers there speaks no HTTP.
    if (answer->failure == WAYMARK_BAD_ADDRESS && answer->is_connected) answer->failure = WAYMARK_BROKEN_OFF;
    answer->location = location;
    answer->retry_after = retry > 0 && retry < 31536000 ? (long)retry : 0;
}

int waymark_curl_take(waymark_curl *curl, waymark_answer *answer) {
    int left = 0;
    release(curl, curl->taken);
    curl->taken = NULL;
    CURLMsg *message = curl->curl_multi_info_read(curl->multi, &left);
    while (message && message->msg != CURLMSG_DONE) message = curl->curl_multi_info_read(curl->multi, &left);
    if (!message) return 0;
    CURL *handle = message->easy_handle;
    CURLcode code = message->data.result;
    request **place = &curl->requests;
    while (*place && (*place)->handle != handle) place = &(*place)->next;
    request *found = *place;
    if (!found) return 0;
    *place = found->next;
    curl->count -= 1;
    fill(curl, answer, found, code);
    curl->curl_multi_remove_handle(curl->multi, handle);
    curl->taken = found;
    return 1;
}
