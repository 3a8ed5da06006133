/* griffie-serve, the program that `griffie serve` becomes: the page and the API, until Ctrl-C. */
#include "cli/command.h"
#include "register/register.h"
#include "serve/serve.h"

#include <signal.h>

struct serve_asked {
    const char *register_path, *listen, *ui, *level;
    int port;
    struct option_list hosts;
};
static const struct command_option options[] = {
    { "register", 'r', OPTION_TEXT, offsetof(struct serve_asked, register_path), "FILE", "which register", "welk register" },
    { "port", 'p', OPTION_NUMBER, offsetof(struct serve_asked, port), "N", "port (8642); 0 takes a free one",
      "poort (8642); 0 neemt een vrije" },
    { "listen", 0, OPTION_TEXT, offsetof(struct serve_asked, listen), "ADDRESS", "address (127.0.0.1: this machine alone)",
      "adres (127.0.0.1: alleen deze machine)" },
    { "host", 0, OPTION_LIST, offsetof(struct serve_asked, hosts), "NAME", "a name under which browsers may ask for it",
      "een naam waaronder browsers erom mogen vragen" },
    { "label", 0, OPTION_TEXT, offsetof(struct serve_asked, level), "LEVEL",
      "hide what is labelled above: public, internal, confidential, secret",
      "verberg wat hoger gerubriceerd is: public, internal, confidential, secret" },
    { "ui", 0, OPTION_TEXT, offsetof(struct serve_asked, ui), "FOLDER", "folder of the built page", "map van de gebouwde pagina" },
};
enum { DEFAULT_PORT = 8642 };

/* What a server may show: all to this machine alone, only what is public to others, unless asked. -2: no such level. */
static int level_of(const struct serve_asked *asked) {
    if (asked->level) {
        int level = label_level(asked->level);
        return level < 0 ? -2 : level;
    }
    return !asked->listen || address_is_loopback(asked->listen) ? -1 : label_level("public");
}

static void wait_for_end(const sigset_t *ends) {
    int signal_number;
    sigwait(ends, &signal_number);
}

int main(int argc, char **argv) {
    argv[0] = (char *)"serve";
    struct serve_asked asked = { .port = DEFAULT_PORT };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc > 1) return complain(EXIT_USAGE, MESSAGE("serve takes no argument '%s'", "serve neemt geen argument '%s'"), argv[1]);
    if (asked.port > UINT16_MAX)
        return complain(EXIT_USAGE, MESSAGE("there is no port %d; ports go to 65535", "er is geen poort %d; poorten gaan tot 65535"),
                        asked.port);
    int level = level_of(&asked);
    if (level == -2) return complain(EXIT_USAGE, MESSAGE("no such label: %s", "zo'n rubricering is er niet: %s"), asked.level);
    char path[4096];
    error problem = { 0 };
    if (!register_find(asked.register_path, path, sizeof path, &problem)) return complain_error(EXIT_UNREACHABLE, &problem);
    struct serve_options wanted = { .register_path = path,
                                    .listen = asked.listen,
                                    .port = (uint16_t)asked.port,
                                    .page = asked.ui,
                                    .hosts = asked.hosts.at,
                                    .host_count = asked.hosts.count,
                                    .level = level };
    /* Blocked before the threads start, so that they inherit it and only sigwait takes them. */
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    signal(SIGPIPE, SIG_IGN);
    server *running = server_start(&wanted, &problem);
    if (!running) return complain_error(EXIT_UNREACHABLE, &problem);
    const char *address = asked.listen ? asked.listen : "127.0.0.1";
    printf(strchr(address, ':') ? "http://[%s]:%u/\n" : "http://%s:%u/\n", address, server_port(running));
    fflush(stdout);
    if (!server_has_page(running))
        complain(EXIT_DONE, MESSAGE("the page has not been built (ui/README.md says how); the API works",
                                    "de pagina is niet gebouwd (ui/README.md zegt hoe); de API werkt"));
    if (!address_is_loopback(address))
        complain(EXIT_DONE,
                 MESSAGE("others can reach this address; there is no password", "anderen kunnen bij dit adres; er is geen wachtwoord"));
    wait_for_end(&ends);
    server_stop(running);
    return EXIT_DONE;
}
