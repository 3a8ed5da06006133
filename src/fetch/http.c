/* GET, by libcurl: HTTPS as the system trusts it, redirects only to HTTP(S), bounded size and time. */
#include "fetch/http.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <time.h>

struct http {
    CURL *handle;
    int pause_ms;
    bool asked;
};

struct http *http_new(int pause_ms, error *problem) {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return error_set(problem, ERROR_IO, NULL, -1, "libcurl cannot start"), NULL;
    struct http *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->handle = curl_easy_init();
    self->pause_ms = pause_ms;
    if (self->handle) return self;
    free(self);
    curl_global_cleanup();
    return error_set(problem, ERROR_IO, NULL, -1, "libcurl cannot start"), NULL;
}

void http_free(struct http *self) {
    if (!self) return;
    curl_easy_cleanup(self->handle);
    curl_global_cleanup();
    free(self);
}

static size_t take(char *bytes, size_t one, size_t count, void *context) {
    buffer *out = context;
    if (out->size + one * count > GRIFFIE_TEXT_MAX) return 0;
    buffer_add(out, (slice){ bytes, one * count });
    return one * count;
}

static void wait_ms(long milliseconds) {
    struct timespec rest = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
    while (nanosleep(&rest, &rest) != 0) {}
}

/* Answers that say: later. */
static bool is_busy(CURLcode result, long status) {
    if (result != CURLE_OK)
        return result == CURLE_OPERATION_TIMEDOUT || result == CURLE_RECV_ERROR || result == CURLE_GOT_NOTHING ||
               result == CURLE_PARTIAL_FILE;
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool http_get(struct http *self, const char *url, buffer *out, error *problem) {
    CURL *handle = self->handle;
    CURLcode result = CURLE_OK;
    long status = 0;
    for (int attempt = 0; attempt < HTTP_ATTEMPTS; attempt++) {
        if (self->asked) wait_ms(self->pause_ms);
        self->asked = true;
        out->size = 0;
        curl_easy_reset(handle);
        curl_easy_setopt(handle, CURLOPT_URL, url);
        curl_easy_setopt(handle, CURLOPT_USERAGENT, "griffie/" GRIFFIE_VERSION);
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
        curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 5L);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, 15L);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT, (long)HTTP_SECONDS_MAX);
        curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, out);
        result = curl_easy_perform(handle);
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        if (!is_busy(result, status)) break;
        curl_off_t later = 0;
        curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &later);
        if (later > HTTP_WAIT_MAX) break;
        if (attempt + 1 < HTTP_ATTEMPTS) wait_ms(later > 0 ? (long)later * 1000 : (long)self->pause_ms << (attempt + 1));
    }
    if (result != CURLE_OK) return error_set(problem, ERROR_IO, url, -1, "%s", curl_easy_strerror(result));
    if (status == 404 || status == 410)
        return error_set(problem, ERROR_NOT_FOUND, url, -1, "the service has no such document (%ld)", status);
    return status / 100 == 2 || error_set(problem, ERROR_IO, url, -1, "the service answered %ld", status);
}
