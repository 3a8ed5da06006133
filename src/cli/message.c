/* Words to people: their language, complaints, the terminal they sit at. */
#include "cli/command.h"

#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* The choice stands in the environment: it needs no global variable, and programs that griffie starts speak the same language. */
bool speak(const char *lang) {
    if (strcmp(lang, "nl") != 0 && strcmp(lang, "en") != 0) return false;
    return setenv("GRIFFIE_LANG", lang, 1) == 0;
}

bool speaks_dutch(void) {
    static const char *const variables[] = { "GRIFFIE_LANG", "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < COUNT_OF(variables); i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) return !strncmp(value, "nl", 2);
    }
    return false;
}

int complain(int code, const char *format, ...) {
    fflush(stdout);
    fputs("griffie: ", stderr);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    return code;
}

int complain_error(int code, const error *problem) {
    char place[64] = "";
    if (problem->page)
        snprintf(place, sizeof place, MESSAGE(", page %d", ", bladzijde %d"), (int)problem->page);
    else if (problem->byte >= 0)
        snprintf(place, sizeof place, ", byte %lld", (long long)problem->byte);
    if (problem->source[0]) return complain(code, "%s%s: %s", problem->source, place, problem->message);
    return complain(code, "%s%s", problem->message, place);
}

bool colours_wanted(FILE *stream) {
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(no && *no) && !(terminal && !strcmp(terminal, "dumb")) && isatty(fileno(stream));
}

int terminal_width(void) {
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 100;
}

date date_today(void) {
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return (date){ (int16_t)(local.tm_year + 1900), (uint8_t)(local.tm_mon + 1), (uint8_t)local.tm_mday };
}
