/* The grammar of times: each line is what stands side by side, what it makes, and an example. The order does not matter: the longest
 * reading wins. A slot is a role of a function word (TIME_WORD in data/lexicon/times_*.tsv), a sign, or a kind of node (timex.h).
 * A language stands where the same words mean something else in the other: "over twee weken" is ahead, "over two weeks" lasts. */
#include "mention/timex_build.h"

#define NL LANGUAGE_DUTCH
#define EN LANGUAGE_ENGLISH
#define S1(a)                                                                                                                              \
    { a, RULE_END }
#define S2(a, b)                                                                                                                           \
    { a, b, RULE_END }
#define S3(a, b, c)                                                                                                                        \
    { a, b, c, RULE_END }
#define S4(a, b, c, d)                                                                                                                     \
    { a, b, c, d, RULE_END }
#define S5(a, b, c, d, e)                                                                                                                  \
    { a, b, c, d, e, RULE_END }
#define S6(a, b, c, d, e, f)                                                                                                               \
    { a, b, c, d, e, f }
#define R(name) ROLE_##name

const struct rule timex_rules[] = {
    /* ---- day, month, year */
    { S2(N_DAY, T_MONTH), build_join, 0, 0 },                     /* 14 juni */
    { S2(N_ORDINAL_DAY, T_MONTH), build_join, 0, 0 },             /* 4e januari, 14th June */
    { S3(N_ORDINAL_DAY, R(OF), T_MONTH), build_join, 0, 0 },      /* the fourth of July, de 9e van mei */
    { S4(T_MONTH, N_DAY, S_COMMA, T_YEAR), build_join, 0, 0 },    /* June 14, 2021 */
    { S3(T_MONTH, S_SLASH, N_DAY), build_join, 0, EN },           /* Nov/2 */
    { S3(N_DAY, R(OF), T_MONTH), build_join, 0, 0 },              /* 4 of July */
    { S2(T_MONTH, N_DAY), build_join, 0, EN },                    /* June 14 */
    { S2(T_MONTH, N_ORDINAL_DAY), build_join, 0, EN },            /* June 14th, January first */
    { S3(T_MONTH, R(THE), N_ORDINAL_DAY), build_join, 0, EN },    /* May the 5th */
    { S3(T_MONTH, S_DASH, N_DAY), build_join, 0, EN },            /* Jun-15 */
    { S1(N_YEAR), build_year, 0, 0 },                             /* 2014, nineteen ninety-six */
    { S2(T_NO_YEAR, T_YEAR), build_join, 0, 0 },                  /* 14 juni 2021, maart volgend jaar, Q1 2022, Pasen 2018 */
    { S3(T_NO_YEAR, S_COMMA, T_YEAR), build_join, 0, 0 },         /* June 14, 2021 */
    { S3(T_NO_YEAR, S_DOT, T_YEAR), build_join, 0, 0 },           /* 14 sept. 2021 */
    { S3(T_NO_YEAR, R(OF), T_YEAR), build_join, 0, 0 },           /* najaar van 2021, fall of 2021 */
    { S3(T_NO_YEAR, R(IN), T_YEAR), build_join, 0, 0 },           /* 26 juni in 2019 */
    { S3(T_NO_YEAR, S_DASH, T_YEAR), build_join, 0, 0 },          /* H2-2019, Dec-2018 */
    { S3(T_NO_YEAR, S_SLASH, T_YEAR), build_join, 0, 0 },         /* dec/2018 */
    { S2(T_YEAR, T_NO_YEAR), build_join, 0, 0 },                  /* 2019 Q1, volgend jaar maart */
    { S3(T_YEAR, S_DASH, T_NO_YEAR), build_join, 0, 0 },          /* 2017-Q1 */
    { S2(T_DAY_MONTH, N_YEAR_SHORT), build_join, 0, 0 },          /* 3 aug 96, 5 maart '18 */
    { S2(T_MONTH, N_YEAR_SHORT), build_join, 0, 0 },              /* aug 96, mei '21 */
    { S2(T_WEEKDAY, T_DAY), build_join, 0, 0 },                   /* dinsdag 7 maart */
    { S3(T_WEEKDAY, S_COMMA, T_DAY), build_join, 0, 0 },          /* Tuesday, 7 March */
    { S3(T_WEEKDAY, S_DASH, T_DAY), build_join, 0, EN },          /* Friday-Jun-15 */
    { S3(T_WEEKDAY, S_DOT, T_DAY), build_join, 0, 0 },            /* di. 7 maart */
    { S2(T_DAY, T_WEEKDAY), build_join, 0, 0 },                   /* 7 maart, dinsdag */
    { S2(T_WEEKDAY, T_ORDINAL_DAY), build_join, 0, 0 },           /* vrijdag de 26e */
    { S2(T_WEEKDAY, N_ORDINAL_DAY), build_join, 0, 0 },           /* Thu 14th */
    { S2(R(THE), N_ORDINAL_DAY), build_day_number, 1, 0 },        /* de 29e */
    { S3(R(ON), R(THE), N_ORDINAL_DAY), build_day_number, 2, 0 }, /* op de 29e */
    { S2(R(THE), N_DAY), build_day_number, 1, 0 },                /* de 17 */
    /* ---- all in digits */
    { S5(N_DAY, S_SLASH, N_MONTH, S_SLASH, N_ANY), build_numeric, ORDER_DMY, 0 },                    /* 22/01/2016 */
    { S5(N_DAY, S_DASH, N_MONTH, S_DASH, N_ANY), build_numeric, ORDER_DMY, 0 },                      /* 22-01-2016 */
    { S5(N_DAY, S_DOT, N_MONTH, S_DOT, N_ANY), build_numeric, ORDER_DMY, 0 },                        /* 22.01.2016 */
    { S6(N_DAY, S_DASH, N_MONTH, S_DASH, S_APOSTROPHE, N_YEAR_SHORT), build_numeric, ORDER_DMY, 0 }, /* 5-3-'18 */
    { S5(N_MONTH, S_SLASH, N_DAY, S_SLASH, N_ANY), build_numeric, ORDER_MDY, EN },                   /* 01/22/2016 */
    { S5(N_MONTH, S_DASH, N_DAY, S_DASH, N_ANY), build_numeric, ORDER_MDY, EN },                     /* 1-22-2016 */
    { S5(N_MONTH, S_DOT, N_DAY, S_DOT, N_ANY), build_numeric, ORDER_MDY, EN },
    { S5(N_YEAR, S_DASH, N_MONTH, S_DASH, N_DAY), build_numeric, ORDER_YMD, 0 }, /* 2016-01-22 */
    { S5(N_YEAR, S_SLASH, N_MONTH, S_SLASH, N_DAY), build_numeric, ORDER_YMD, 0 },
    { S5(N_YEAR, S_DOT, N_MONTH, S_DOT, N_DAY), build_numeric, ORDER_YMD, 0 },
    { S5(N_DAY, S_DASH, T_MONTH, S_DASH, N_ANY), build_numeric, ORDER_DMY, 0 },    /* 23-sep-2020 */
    { S5(N_DAY, S_SLASH, T_MONTH, S_SLASH, N_ANY), build_numeric, ORDER_DMY, 0 },  /* 23/Sep/2020 */
    { S5(N_YEAR, S_SLASH, T_MONTH, S_SLASH, N_DAY), build_numeric, ORDER_YMD, 0 }, /* 2019/aug/01 */
    { S5(N_YEAR, S_DASH, T_MONTH, S_DASH, N_DAY), build_numeric, ORDER_YMD, 0 },
    { S3(N_DAY, S_SLASH, T_MONTH), build_numeric, ORDER_DAY_NAMED_MONTH, 0 }, /* 3/jan */
    { S3(N_DAY, S_DASH, T_MONTH), build_numeric, ORDER_DAY_NAMED_MONTH, 0 },  /* 3-jan */
    { S3(N_DAY, S_SLASH, N_MONTH), build_numeric, ORDER_DM, 0 },              /* 29/3 */
    { S3(N_DAY, S_DASH, N_MONTH), build_numeric, ORDER_DM, 0 },               /* maandag 11-4 */
    { S3(N_DAY, S_DOT, N_MONTH), build_numeric, ORDER_DM, 0 },                /* vrijdag 7.6 */
    { S3(N_MONTH, S_SLASH, N_DAY), build_numeric, ORDER_MD, EN },             /* Friday 7/6 */
    { S3(N_MONTH, S_DASH, N_DAY), build_numeric, ORDER_MD, EN },
    { S3(N_MONTH, S_SLASH, N_YEAR), build_numeric, ORDER_MY, 0 }, /* 12/2015 */
    { S3(N_MONTH, S_DASH, N_YEAR), build_numeric, ORDER_MY, 0 },  /* 12-2015 */
    { S3(N_MONTH, S_DOT, N_YEAR), build_numeric, ORDER_MY, 0 },
    { S3(N_YEAR, S_DASH, N_MONTH), build_numeric, ORDER_YM, EN }, /* 2015-12 */
    { S3(N_YEAR, S_SLASH, N_MONTH), build_numeric, ORDER_YM, EN },
    /* ---- articles and plain prepositions: no part of the mention, but of what it may join */
    { S2(R(THE), T_WRAP), build_wrap, 0, 0 }, /* de | week van 30 november */
    { S2(R(A), T_PART), build_wrap, 0, 0 },
    { S3(S_APOSTROPHE, R(DECADE_END), T_PART), build_part_of_day, 0, 0 }, /* 's ochtends */
    { S2(R(ON), T_WRAP), build_wrap, 0, 0 },                              /* op | 14 juni */
    { S3(R(ON), R(THE), T_WRAP), build_wrap, 0, 0 },
    { S2(R(IN), T_WRAP), build_wrap, 0, 0 }, /* in | 2022 */
    { S3(R(IN), R(THE), T_WRAP), build_wrap, 0, 0 },
    { S2(R(DURING), T_WRAP), build_wrap, 0, 0 }, /* gedurende | 2022 */
    { S3(R(DURING), R(THE), T_WRAP), build_wrap, 0, 0 },
    { S2(R(COURSE), T_WRAP), build_wrap, 0, 0 },        /* in de loop van | 2023 */
    { S2(R(AT), T_CLOCK), build_wrap, NODE_SIGNED, 0 }, /* om | 8:00 */
    { S3(R(AT), R(THE), T_CLOCK), build_wrap, NODE_SIGNED, 0 },
    /* ---- relative to the record's date */
    { S2(T_RELATIVE, T_UNIT), build_relative_unit, 0, 0 }, /* volgende week, dit jaar, this quarter, deze tijd */
    { S3(R(THE), T_PRESENT, T_UNIT), build_relative_units, 2, 0 },
    { S2(T_RELATIVE, T_UNIT_PLURAL), build_relative_units, 0, 0 }, /* de komende maanden */
    { S3(T_RELATIVE, N_ANY, T_UNIT), build_relative_units, 1, 0 }, /* komende drie maanden, next 3 days */
    { S4(T_RELATIVE, R(A), N_ANY, T_UNIT), build_relative_units, 1, 0 },
    { S3(N_ANY, T_RELATIVE, T_UNIT), build_relative_units, 1, 0 },          /* 5 upcoming years */
    { S4(R(OVER), R(THE), T_FUTURE, T_UNIT), build_relative_units, 1, EN }, /* over the next year: twelve months from now */
    { S4(R(OVER), R(THE), T_PAST, T_UNIT), build_relative_units, 1, EN },
    { S4(R(WITHIN), R(THE), T_FUTURE, T_UNIT), build_relative_units, 1, 0 },
    { S3(T_RELATIVE, R(FEW), T_UNIT), build_relative_units, 0, 0 }, /* de komende paar weken */
    { S4(T_RELATIVE, R(A), R(FEW), T_UNIT), build_relative_units, 0, 0 },
    { S3(T_RELATIVE, R(HALF), T_UNIT), build_relative_units, 1, 0 }, /* het komende halve jaar */
    { S2(T_RELATIVE, T_MONTH), build_relative_named, 0, 0 },         /* komende augustus, this September */
    { S2(T_RELATIVE, T_SEASON), build_relative_named, 0, 0 },        /* dit najaar, last summer */
    { S2(T_RELATIVE, T_WEEKDAY), build_relative_named, 0, 0 },       /* afgelopen vrijdag */
    { S2(T_RELATIVE, T_HOLIDAY), build_relative_named, 0, 0 },       /* komend zomerreces, next Easter */
    { S2(T_RELATIVE, T_DAY_MONTH), build_relative_named, 0, 0 },     /* deze 12/5 */
    { S3(T_PRESENT, T_RELATIVE, T_WEEKDAY), build_join, 0, 0 },
    { S2(T_NO_YEAR, R(POST)), build_after_word, 0, 0 }, /* 25 mei jl., 1 maart a.s. */
    { S2(T_WEEKDAY, R(POST)), build_after_word, 0, 0 }, /* dinsdag jl. */
    { S2(T_DAY, R(POST)), build_after_word, 0, 0 },     /* 25 mei 2021 jl. */
    { S2(T_WEEK, T_WEEKDAY), build_week_day, 0, 0 },    /* volgende week dinsdag */
    { S3(T_WEEK, S_DASH, T_WEEKDAY), build_week_day, 0, 0 },
    { S3(T_WEEK, R(ON), T_WEEKDAY), build_week_day, 0, 0 },
    { S2(T_WEEKDAY, T_WEEK), build_week_day, 0, 0 },        /* maandag volgende week */
    { S3(T_WEEKDAY, R(OF), T_WEEK), build_week_day, 0, 0 }, /* Tuesday of next week */
    /* ---- quarters, halves, weeks, decades, centuries, parliamentary years */
    { S2(N_ORDINAL, T_UNIT), build_ordinal_unit, 0, 0 },             /* eerste kwartaal, tweede helft, 21e eeuw */
    { S3(R(LAST), T_UNIT, T_YEAR), build_nth_in, 2, 0 },             /* laatste kwartaal 2021 */
    { S2(T_UNIT, N_DAY), build_numbered_unit, 0, 0 },                /* week 42, Q3, kwartaal 2, H1 */
    { S2(T_UNIT, T_YEAR), build_session, 0, 0 },                     /* het jaar 2008 */
    { S2(T_RELATIVE, R(SESSION)), build_relative_session, 0, 0 },    /* dit vergaderjaar */
    { S2(R(SESSION), T_YEAR), build_session, 0, 0 },                 /* begrotingsjaar 2022 */
    { S4(R(SESSION), T_YEAR, S_DASH, T_YEAR), build_session, 0, 0 }, /* vergaderjaar 2020–2021 */
    { S4(R(SESSION), T_YEAR, S_SLASH, T_YEAR), build_session, 0, 0 },
    { S4(R(SESSION), T_YEAR, S_DASH, N_YEAR_SHORT), build_session, 0, 0 },
    { S4(R(SESSION), T_YEAR, S_SLASH, N_YEAR_SHORT), build_session, 0, 0 },
    { S4(N_ORDINAL, T_UNIT, R(OF), T_STRETCH), build_nth_in, 3, 0 }, /* eerste helft van 2024, derde week van mei, 15th day of June */
    { S4(N_ORDINAL, T_UNIT, R(IN), T_STRETCH), build_nth_in, 3, 0 },
    { S4(R(LAST), T_UNIT, R(OF), T_STRETCH), build_nth_in, 3, 0 },      /* laatste week van 2016 */
    { S4(N_ORDINAL, T_WEEKDAY, R(OF), T_STRETCH), build_nth_in, 3, 0 }, /* derde dinsdag van september */
    { S4(N_ORDINAL, T_WEEKDAY, R(IN), T_STRETCH), build_nth_in, 3, 0 }, /* first Monday in May */
    { S4(R(LAST), T_WEEKDAY, R(OF), T_STRETCH), build_nth_in, 3, 0 },
    { S4(R(LAST), T_WEEKDAY, R(IN), T_STRETCH), build_nth_in, 3, 0 },
    { S5(N_ORDINAL, T_UNIT, R(OF), R(THE), T_UNIT), build_nth_in_unit, 0, 0 }, /* het eerste kwartaal van het jaar */
    { S5(R(LAST), T_UNIT, R(OF), R(THE), T_UNIT), build_nth_in_unit, 0, 0 },   /* de laatste dag van de maand */
    { S3(T_UNIT, R(OF), T_DAY), build_week_of, 0, 0 },                         /* de week van 30 november */
    { S3(T_UNIT, R(BEGINNING), T_DAY), build_week_of, 0, 0 },                  /* the week beginning 4 February */
    { S2(R(DECADES), N_DECADE), build_decade, 0, 0 },                          /* de jaren negentig */
    { S3(R(DECADES), S_APOSTROPHE, N_DECADE), build_decade, 0, 0 },            /* de jaren '90 */
    { S2(N_DECADE, R(DECADE_END)), build_decade, 0, 0 },                       /* the 1990s, 90s */
    { S3(N_DECADE, S_APOSTROPHE, R(DECADE_END)), build_decade, 0, 0 },
    /* ---- begin, middle, end; about */
    { S2(T_MOD, T_CALENDAR), build_mod, 0, 0 },                    /* begin 2023, eind januari, medio mei, late 2021, half november */
    { S3(T_MOD, S_DASH, T_CALENDAR), build_mod, 0, 0 },            /* mid-2023 */
    { S3(T_MOD, R(OF), T_CALENDAR), build_mod, 0, 0 },             /* het einde van 2022, the end of next year */
    { S2(T_MOD, T_PART), build_mod, 0, 0 },                        /* late afternoon */
    { S2(R(HALF), T_STRETCH), build_mod, 1, NL },                  /* half november */
    { S4(T_MOD, R(OF), R(THE), T_UNIT), build_end_of_unit, 0, 0 }, /* het einde van de maand, the end of the year */
    { S2(T_APPROX, T_ANY), build_approx, 0, 0 },                   /* circa 2030, rond 11 uur */
    { S3(T_APPROX, R(THE), T_ANY), build_approx, 0, 0 },
    /* ---- limits */
    { S2(R(BEFORE), T_POINT), build_limit, MOD_BEFORE, 0 },         /* vóór 1 maart 2023 */
    { S3(R(BEFORE), R(THE), T_POINT), build_limit, MOD_BEFORE, 0 }, /* voor het zomerreces */
    { S2(R(AFTER), T_POINT), build_limit, MOD_AFTER, 0 },           /* na 2022 */
    { S3(R(AFTER), R(THE), T_POINT), build_limit, MOD_AFTER, 0 },
    { S2(R(SINCE), T_POINT), build_limit, MOD_ON_OR_AFTER, 0 }, /* vanaf 1 januari, sinds 2014 */
    { S3(R(SINCE), R(THE), T_POINT), build_limit, MOD_ON_OR_AFTER, 0 },
    { S2(R(UNTIL), T_POINT), build_limit, MOD_ON_OR_BEFORE, 0 }, /* tot 2025, until May */
    { S3(R(UNTIL), R(THE), T_POINT), build_limit, MOD_ON_OR_BEFORE, 0 },
    { S2(R(BY), T_POINT), build_limit, MOD_ON_OR_BEFORE, 0 }, /* uiterlijk 26 november, by June 2022 */
    { S3(R(BY), R(THE), T_POINT), build_limit, MOD_ON_OR_BEFORE, 0 },
    { S3(R(BY), R(ON), T_POINT), build_limit, MOD_ON_OR_BEFORE, 0 }, /* uiterlijk op 1 april */
    { S3(R(BY), R(IN), T_POINT), build_limit, MOD_ON_OR_BEFORE, 0 }, /* uiterlijk in 2050 */
    { S2(R(BY), T_LIMIT), build_wrap, 0, 0 },
    { S3(T_POINT, R(OR), R(LATER)), build_limit_after, MOD_ON_OR_AFTER, 0 },  /* 2018 of later */
    { S3(T_POINT, R(AND), R(LATER)), build_limit_after, MOD_ON_OR_AFTER, 0 }, /* 1-1-2016 en daarna */
    { S3(T_POINT, R(OR), R(EARLIER)), build_limit_after, MOD_ON_OR_BEFORE, 0 },
    { S3(T_POINT, R(AND), R(EARLIER)), build_limit_after, MOD_ON_OR_BEFORE, 0 },
    { S3(R(LATER), R(THAN), T_POINT), build_limit, MOD_AFTER, 0 },    /* later dan 2020 */
    { S3(R(EARLIER), R(THAN), T_POINT), build_limit, MOD_BEFORE, 0 }, /* earlier than 2020 */
    /* ---- durations */
    { S2(N_ANY, T_UNIT), build_duration, 0, 0 },         /* zes weken, 3,5 jaar */
    { S2(R(A), T_UNIT), build_duration, 0, 0 },          /* een week */
    { S3(R(A), N_ANY, T_UNIT), build_duration, 0, 0 },   /* een ½ uur */
    { S2(R(FEW), T_UNIT), build_duration, 0, 0 },        /* enkele weken, paar uur */
    { S3(R(A), R(FEW), T_UNIT), build_duration, 0, 0 },  /* een paar maanden */
    { S3(R(FEW), R(OF), T_UNIT), build_duration, 0, 0 }, /* a couple of weeks */
    { S4(R(A), R(FEW), R(OF), T_UNIT), build_duration, 0, 0 },
    { S2(R(HALF), T_UNIT), build_duration, 0, 0 },       /* half jaar */
    { S3(R(A), R(HALF), T_UNIT), build_duration, 0, 0 }, /* een half jaar */
    { S3(R(HALF), R(A), T_UNIT), build_duration, 0, 0 }, /* half an hour */
    { S3(R(A), R(QUARTER), T_UNIT), build_duration, 0, 0 },
    { S2(R(WHOLE), T_UNIT), build_duration, 0, 0 },                     /* hele dag */
    { S4(N_ANY, R(AND), R(HALF), T_UNIT), build_duration, 0, 0 },       /* two and half hours */
    { S5(N_ANY, R(AND), R(A), R(HALF), T_UNIT), build_duration, 0, 0 }, /* one and a half hour */
    { S5(N_ANY, R(AND), R(A), R(QUARTER), T_UNIT), build_duration, 0, 0 },
    { S3(N_ANY, S_DASH, T_UNIT), build_duration, 0, 0 },              /* 15-minute */
    { S3(T_DURATION, R(AND), T_DURATION), build_duration_sum, 0, 0 }, /* 1 uur en 30 minuten */
    { S2(T_DURATION, T_DURATION), build_duration_sum, 0, 0 },
    { S3(T_DURATION, S_COMMA, T_DURATION), build_duration_sum, 0, 0 },
    { S4(T_DURATION, R(AND), R(A), R(HALF)), build_duration_half, 50, 0 }, /* een jaar en een half */
    { S4(T_DURATION, R(AND), R(A), R(QUARTER)), build_duration_half, 25, 0 },
    { S2(T_APPROX, T_DURATION), build_duration_mod, 0, 0 }, /* ruim twee jaar, bijna twintig jaar */
    { S3(R(MORE), R(THAN), T_DURATION), build_duration_mod, MOD_MORE_THAN, 0 },
    { S3(R(LESS), R(THAN), T_DURATION), build_duration_mod, MOD_LESS_THAN, 0 },
    /* ---- a distance from now or from a day */
    { S2(T_DURATION, R(AGO)), build_away, -1, 0 },  /* twee weken geleden */
    { S2(R(OVER), T_DURATION), build_away, 1, NL }, /* over twee weken */
    { S2(R(IN), T_DURATION), build_away, 1, EN },   /* in two weeks */
    { S2(T_DURATION, R(HENCE)), build_away, 1, 0 }, /* three days from now */
    { S3(R(IN), T_DURATION, R(HENCE)), build_away, 1, 0 },
    { S3(R(OVER), T_DURATION, R(HENCE)), build_away, 1, NL },
    { S3(T_DURATION, R(BEFORE), T_POINT), build_away_from, -1, 0 }, /* twee dagen voor gisteren */
    { S3(T_DURATION, R(AFTER), T_POINT), build_away_from, 1, 0 },   /* three months after Easter */
    { S3(T_DURATION, R(SINCE), T_POINT), build_away_from, 1, 0 },
    { S3(T_DURATION, R(FROM), T_POINT), build_away_from, 1, 0 },          /* 16 days from 1 February */
    { S2(R(WITHIN), T_DURATION), build_within, 0, 0 },                    /* binnen zes weken */
    { S4(R(WITHIN), T_DURATION, R(AFTER), T_POINT), build_within, 0, 0 }, /* binnen zes weken na 1 mei */
    { S4(R(WITHIN), T_DURATION, R(SINCE), T_POINT), build_within, 0, 0 },
    { S3(R(WITHIN), R(THE), T_DURATION), build_within, 0, 0 },
    /* ---- stretches */
    { S3(T_POINT, R(TO), T_POINT), build_range, 0, 0 },              /* mei tot oktober 2020 */
    { S4(R(FROM), T_POINT, R(TO), T_POINT), build_range, 1, 0 },     /* van 2014 tot 2018 */
    { S4(R(BETWEEN), T_POINT, R(AND), T_POINT), build_range, 1, 0 }, /* tussen augustus en oktober */
    { S4(R(BETWEEN), T_POINT, R(TO), T_POINT), build_range, 1, 0 },
    { S3(T_POINT, S_DASH, T_POINT), build_range, 0, 0 }, /* 2014–2018, jan-feb 2017 */
    { S4(R(FROM), T_POINT, S_DASH, T_POINT), build_range, 1, 0 },
    { S4(R(BETWEEN), T_POINT, S_DASH, T_POINT), build_range, 1, 0 },
    { S3(N_DAY, R(TO), T_DAY), build_range, 0, 0 }, /* 4 tot 22 april */
    { S4(R(FROM), N_DAY, R(TO), T_DAY), build_range, 1, 0 },
    { S3(N_DAY, S_DASH, T_DAY), build_range, 0, 0 }, /* 18-19 november */
    { S4(R(FROM), N_DAY, S_DASH, T_DAY), build_range, 1, 0 },
    { S4(R(BETWEEN), N_DAY, R(AND), T_DAY), build_range, 1, 0 }, /* tussen 3 en 12 september */
    { S3(N_DAY, R(AND), T_DAY_MONTH), build_range, 0, 0 },       /* 12 en 13 juni */
    { S3(N_ORDINAL_DAY, R(TO), T_DAY), build_range, 0, 0 },
    { S4(R(FROM), N_ORDINAL_DAY, R(TO), T_DAY), build_range, 1, 0 },
    { S3(T_ORDINAL_DAY, R(TO), T_DAY), build_range, 0, 0 },
    { S4(R(BETWEEN), N_ORDINAL_DAY, R(AND), T_DAY), build_range, 1, 0 },
    { S3(T_DAY, R(TO), N_DAY), build_range, 0, EN }, /* April 4 to 22 */
    { S3(T_DAY, R(TO), N_ORDINAL_DAY), build_range, 0, EN },
    { S3(T_DAY, S_DASH, N_DAY), build_range, 0, EN }, /* November 18-19 */
    { S4(R(FROM), T_DAY, R(TO), N_DAY), build_range, 1, EN },
    { S3(N_DAY, S_DASH, N_DAY), build_range, 0, 0 }, /* volgende maand van 4-23 */
    { S3(N_DAY, R(TO), N_DAY), build_range, 0, 0 },
    { S4(R(FROM), N_DAY, S_DASH, N_DAY), build_range, 1, 0 },
    { S4(R(FROM), N_DAY, R(TO), N_DAY), build_range, 1, 0 },
    { S4(R(BETWEEN), N_DAY, R(AND), N_DAY), build_range, 1, 0 },
    { S2(T_STRETCH, T_RANGE), build_range_moment, 0, 0 },
    { S2(T_RANGE, T_STRETCH), build_range_moment, 0, 0 },
    { S3(T_RANGE, R(OF), T_STRETCH), build_range_moment, 0, 0 },
    { S5(N_ORDINAL, N_ANY, T_UNIT, R(OF), T_STRETCH), build_first_units, 0, 0 }, /* de eerste zes maanden van 2024 */
    { S5(R(LAST), N_ANY, T_UNIT, R(OF), T_STRETCH), build_first_units, 0, 0 },
    { S2(T_RANGE, T_YEAR), build_range_year, 0, 0 }, /* april tot juni in 2017 */
    { S3(T_RANGE, R(OF), T_YEAR), build_range_year, 0, 0 },
    { S3(T_RANGE, S_COMMA, T_YEAR), build_range_year, 0, 0 },
    { S2(T_DAY, T_CLOCK_RANGE), build_range_moment, 0, 0 }, /* dinsdag van 14.00 tot 14.30 */
    { S2(T_CLOCK_RANGE, T_DAY), build_range_moment, 0, 0 },
    { S3(T_CLOCK_RANGE, R(OF), T_DAY), build_range_moment, 0, 0 },
    { S3(T_DAY, S_COMMA, T_CLOCK_RANGE), build_range_moment, 0, 0 },
    { S2(T_CLOCK_RANGE, T_PART), build_clock_part, 0, 0 }, /* 5 tot 6 's middags */
    { S2(T_PART, T_CLOCK_RANGE), build_clock_part, 0, 0 },
    { S2(T_MOMENT, T_CLOCK_RANGE), build_clock_part, 0, 0 }, /* maandagmorgen van 10 tot 12 */
    { S2(T_CLOCK_RANGE, T_MOMENT), build_clock_part, 0, 0 },
    { S2(R(AT), T_CLOCK_RANGE), build_wrap, NODE_SIGNED, 0 },
    /* ---- clock times */
    { S3(N_HOUR, S_COLON, N_MINUTE), build_clock, 0, 0 },                    /* 8:00 */
    { S5(N_HOUR, S_COLON, N_MINUTE, S_COLON, N_MINUTE), build_clock, 0, 0 }, /* 8:00:31 */
    { S5(N_HOUR, S_DOT, N_MINUTE, S_COLON, N_MINUTE), build_clock, 0, 0 },   /* 12.23:59 */
    { S3(N_HOUR, S_DOT, N_MINUTE), build_clock, 1, 0 },                      /* 15.00, where a day, "om" or "uur" says so */
    { S2(N_HOUR, R(OCLOCK)), build_clock, 2, NL },                           /* om 11 uur */
    { S2(N_HOUR, R(OCLOCK)), build_clock, 0, EN },                           /* 11 uur, 7 o'clock, 20h */
    { S2(T_CLOCK, R(OCLOCK)), build_clock, 0, 0 },                           /* 15.00 uur */
    { S3(N_HOUR, R(OCLOCK), N_MINUTE), build_clock, 0, 0 },                  /* 20u30, 8 uur 30 */
    { S2(N_CLOCK4, R(OCLOCK)), build_clock_four, 1, 0 },                     /* 1530 uur */
    { S2(N_CLOCK4, R(AM)), build_clock_four, 2, 0 },                         /* 1140 a.m. */
    { S2(N_CLOCK4, R(PM)), build_clock_four, 2, 0 },
    { S1(N_HOUR), build_hour, 0, 0 },
    { S2(N_HOUR, R(AM)), build_meridiem, 0, 0 }, /* 8am */
    { S2(N_HOUR, R(PM)), build_meridiem, 1, 0 }, /* 5 p.m. */
    { S2(T_CLOCK, R(AM)), build_meridiem, 0, 0 },
    { S2(T_CLOCK, R(PM)), build_meridiem, 1, 0 },
    { S2(R(HALF), N_HOUR), build_clock_half, 0, NL },               /* half acht */
    { S3(R(HALF), R(PAST), N_HOUR), build_clock_half, 30, EN },     /* half past seven */
    { S3(R(QUARTER), R(PAST), N_HOUR), build_clock_half, 0, 0 },    /* kwart over vijf, quarter past five */
    { S3(R(QUARTER), R(TO_HOUR), N_HOUR), build_clock_half, 0, 0 }, /* kwart voor vijf */
    { S4(R(A), R(QUARTER), R(PAST), N_HOUR), build_clock_half, 0, 0 },
    { S4(R(A), R(QUARTER), R(TO_HOUR), N_HOUR), build_clock_half, 0, 0 },
    { S3(N_MINUTES, R(PAST), N_HOUR), build_clock_half, 0, 0 },    /* tien over vijf, ten past five */
    { S3(N_MINUTES, R(TO_HOUR), N_HOUR), build_clock_half, 0, 0 }, /* tien voor vijf */
    { S4(N_MINUTES, T_UNIT, R(PAST), N_HOUR), build_clock_half, 0, 0 },
    { S4(N_MINUTES, T_UNIT, R(TO_HOUR), N_HOUR), build_clock_half, 0, 0 },
    { S4(N_MINUTES, R(TO_HOUR), R(HALF), N_HOUR), build_clock_half, 0, NL }, /* tien voor half negen */
    { S4(N_MINUTES, R(PAST), R(HALF), N_HOUR), build_clock_half, 0, NL },
    { S2(T_CLOCK, T_PART), build_clock_part, 0, 0 },   /* 7 uur 's ochtends */
    { S2(T_PART, T_CLOCK), build_clock_part, 0, 0 },   /* 's middags om 7 uur */
    { S2(T_MOMENT, T_CLOCK), build_clock_part, 0, 0 }, /* vanavond om 7 */
    { S2(T_CLOCK, T_MOMENT), build_clock_part, 0, 0 }, /* half zes morgenavond */
    { S2(T_DAY, T_CLOCK), build_moment, 0, 0 },        /* morgen 8:00 */
    { S3(T_DAY, S_COMMA, T_CLOCK), build_moment, 0, 0 },
    { S3(T_DAY, R(AT), N_HOUR), build_moment, 1, 0 },
    { S3(T_DAY, R(AT), T_CLOCK), build_moment, 1, 0 }, /* vrijdag om 4 */
    { S2(T_CLOCK, T_DAY), build_moment, 0, 0 },        /* 20.30 vandaag */
    { S3(T_CLOCK, R(ON), T_DAY), build_moment, 1, 0 }, /* 14:00 op dinsdag */
    { S3(T_CLOCK, S_COMMA, T_DAY), build_moment, 0, 0 },
    { S2(T_DAY, T_PART), build_moment, 0, 0 }, /* dinsdag in de ochtend */
    { S2(T_PART, T_DAY), build_moment, 0, 0 },
    { S3(T_PART, R(OF), T_DAY), build_moment, 0, 0 }, /* the morning of 3 May */
    { S2(T_DAY, T_LIMIT), build_moment, 0, 0 },       /* vandaag voor 16:00 */
    { S2(T_LIMIT, T_DAY), build_moment, 0, 0 },
    { S2(R(LATER), T_STRETCH), build_later, 1, 0 },        /* later deze week */
    { S2(R(EARLIER), T_STRETCH), build_later, -1, 0 },     /* eerder dit jaar */
    { S2(T_RELATIVE, T_PART), build_relative_part, 0, 0 }, /* deze avond */
    /* ---- recurrence */
    { S2(R(EVERY), T_UNIT), build_set, 0, 0 },            /* elke maand, iedere week */
    { S3(R(EVERY), N_ANY, T_UNIT), build_set, 0, 0 },     /* every two years, om de twee jaar */
    { S3(R(EVERY), N_ORDINAL, T_UNIT), build_set, 0, 0 }, /* every third year */
    { S3(R(EVERY), R(OTHER), T_UNIT), build_set, 0, 0 },  /* every other year, om het andere jaar */
    { S3(R(EVERY), R(HALF), T_UNIT), build_set, 0, 0 },   /* elk half jaar */
    { S3(R(EVERY), R(FEW), T_UNIT), build_set, 0, 0 },    /* every few years */
    { S2(R(EVERY), T_WEEKDAY), build_set, 0, 0 },         /* iedere dinsdag */
    { S3(R(EVERY), R(OTHER), T_WEEKDAY), build_set, 0, 0 },
    { S2(R(EVERY), T_PART), build_set, 0, 0 },
    { S2(R(EVERY), T_MONTH), build_set, 0, 0 },
    { S2(R(EVERY), T_SEASON), build_set, 0, 0 }, /* elk najaar */
    { S2(R(EVERY), T_DAY_MONTH), build_set, 0, 0 },
    { S3(R(TIMES), R(PER), T_UNIT), build_set_times, 0, 0 }, /* once per year */
    { S3(R(TIMES), R(A), T_UNIT), build_set_times, 0, 0 },   /* twice a year */
    { S3(R(TIMES), R(EVERY), T_UNIT), build_set_times, 0, 0 },
    { S4(N_ANY, R(TIMES), R(PER), T_UNIT), build_set_times, 0, 0 }, /* twee keer per jaar */
    { S4(N_ANY, R(TIMES), R(A), T_UNIT), build_set_times, 0, 0 },   /* three times a week */
};
const uint32_t timex_rule_count = COUNT_OF(timex_rules);

uint64_t timex_roles(slice names) {
    static const slice role_names[] = {
#define X(name) { #name, sizeof #name - 1 },
        TIMEX_ROLES(X)
#undef X
    };
    uint64_t roles = 0;
    for (size_t at = 0; at < names.size;) {
        size_t end = at;
        while (end < names.size && names.data[end] != '+') end++;
        for (size_t i = 0; i < COUNT_OF(role_names); i++)
            if (role_names[i].size == end - at && memcmp(role_names[i].data, names.data + at, end - at) == 0) roles |= (uint64_t)1 << i;
        at = end + 1;
    }
    return roles;
}
