/* What the rules of timex_rules.c make of their parts. Private to the files timex*.c; each builder says what it takes. */
#ifndef GRIFFIE_TIMEX_BUILD_H
#define GRIFFIE_TIMEX_BUILD_H

#include "mention/timex.h"

#define BUILDER(name)                                                                                                                      \
    bool name(struct timex_context *context __attribute__((unused)), const struct rule *rule __attribute__((unused)),                      \
              const struct node *const *part, struct node *out)
/* timex_build_date.c */
BUILDER(build_join);             /* the fields of all parts together: 14 + juni + 2021 */
BUILDER(build_numeric);          /* 12/01/2016, 2016-01-12; arg: enum numeric_order */
BUILDER(build_year);             /* 2014 */
BUILDER(build_wrap);             /* article or plain preposition before: same node, no part of the mention; arg: flags to add */
BUILDER(build_relative_unit);    /* volgende week, this year */
BUILDER(build_relative_units);   /* de komende drie maanden, the past years */
BUILDER(build_relative_named);   /* komende vrijdag, vorig najaar, next June */
BUILDER(build_after_word);       /* 25 mei jl. */
BUILDER(build_week_day);         /* volgende week dinsdag */
BUILDER(build_ordinal_unit);     /* eerste kwartaal, 21e eeuw */
BUILDER(build_numbered_unit);    /* week 42, Q3, jaar 2008 */
BUILDER(build_nth_in);           /* derde dinsdag van september, laatste week van 2016 */
BUILDER(build_nth_in_unit);      /* het eerste kwartaal van het jaar */
BUILDER(build_week_of);          /* de week van 30 november */
BUILDER(build_decade);           /* de jaren negentig, the 1990s */
BUILDER(build_mod);              /* eind 2022, begin maart */
BUILDER(build_limit);            /* vóór 1 maart, after 2022; arg: enum timex_mod */
BUILDER(build_limit_after);      /* 2018 of later; arg: enum timex_mod */
BUILDER(build_approx);           /* circa 2030, rond 11 uur */
BUILDER(build_day_number);       /* de 29e */
BUILDER(build_relative_session); /* dit vergaderjaar */
BUILDER(build_session);          /* vergaderjaar 2020–2021 */
BUILDER(build_this_unit);        /* the week, de dag */
BUILDER(build_end_of_unit);      /* einde van de maand */
enum numeric_order { ORDER_DMY, ORDER_MDY, ORDER_YMD, ORDER_DM, ORDER_MD, ORDER_MY, ORDER_YM, ORDER_DAY_NAMED_MONTH };
/* timex_build_clock.c */
BUILDER(build_clock);         /* 8:00:31, 20u30, 5 pm */
BUILDER(build_clock_half);    /* half acht, kwart over vijf, tien voor half negen */
BUILDER(build_clock_four);    /* 1140 a.m. */
BUILDER(build_meridiem);      /* … pm */
BUILDER(build_part_of_day);   /* 's ochtends */
BUILDER(build_hour);          /* a bare hour, latent */
BUILDER(build_clock_part);    /* 's middags om 7 uur */
BUILDER(build_moment);        /* morgen 8:00, dinsdagochtend */
BUILDER(build_relative_part); /* deze avond */
/* timex_build_span.c */
BUILDER(build_duration);      /* zes weken, een half jaar */
BUILDER(build_duration_sum);  /* 1 uur en 30 minuten */
BUILDER(build_duration_half); /* een jaar en een half */
BUILDER(build_duration_mod);  /* ruim twee jaar, meer dan 2 dagen; arg: enum timex_mod */
BUILDER(build_away);          /* twee weken geleden, over 3 dagen; arg: -1, 1 */
BUILDER(build_away_from);     /* twee dagen na Pasen; arg: -1, 1 */
BUILDER(build_within);        /* binnen zes weken (na 1 mei) */
BUILDER(build_range);         /* van mei tot oktober 2020 */
BUILDER(build_range_moment);  /* dinsdag van 14.00 tot 14.30 */
BUILDER(build_first_units);   /* de eerste zes maanden van 2024 */
BUILDER(build_range_year);    /* april tot juni in 2017 */
BUILDER(build_later);         /* later deze week; arg: 1, -1 */
BUILDER(build_set);           /* elke twee weken, iedere dinsdag */
BUILDER(build_set_times);     /* twee keer per jaar */

/* Sets the parts of `out` from `node`: everything but its place, slots and lead. */
void node_copy(struct node *out, const struct node *node);
/* Adds the fields of a date node to another; false if they contradict. */
bool node_join(struct node *out, const struct node *node);
void node_add_amount(struct node *out, double amount, char unit);
bool node_follows_glued(const struct timex_context *context, const struct node *node);

#endif
