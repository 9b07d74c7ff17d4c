#include "generator/options.h"

#include "schema/suggest.h"
#include "schema/version.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JOBS 4 /* at a time, without --jobs */

static struct {
    char *directory;
    char *config;
    char *database;
    char *models;
    char *migrations;
    char *colour;
    gboolean json;
    gboolean quiet;
    gboolean version;
    gboolean help;
    gboolean all;
    gboolean verbose;
    int jobs;
} global;

const GOptionEntry options_of_all[] = {
    {"directory", 'C', 0, G_OPTION_ARG_FILENAME, &global.directory, "Work in DIR", "DIR"},
    {"config", 'c', 0, G_OPTION_ARG_FILENAME, &global.config,
     "Settings (gen.yml here or in a folder above)", "FILE"},
    {"database", 'd', 0, G_OPTION_ARG_STRING, &global.database,
     "The database: a URL, or a name from gen.yml", "URL"},
    {"models", 0, 0, G_OPTION_ARG_FILENAME, &global.models, "Folder of the models", "DIR"},
    {"migrations", 0, 0, G_OPTION_ARG_FILENAME, &global.migrations, "Folder of the revisions",
     "DIR"},
    {"all", 0, 0, G_OPTION_ARG_NONE, &global.all, "Every database of gen.yml", NULL},
    {"jobs", 0, 0, G_OPTION_ARG_INT, &global.jobs, "With --all: so many at a time (4)", "N"},
    {"json", 0, 0, G_OPTION_ARG_NONE, &global.json, "Print one JSON object", NULL},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &global.verbose, "Say more", NULL},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &global.quiet, "Say only what goes wrong", NULL},
    {"color", 0, 0, G_OPTION_ARG_STRING, &global.colour, "auto, always or never", "WHEN"},
    {0},
};

static const GOptionEntry first_entries[] = {
    {"version", 0, 0, G_OPTION_ARG_NONE, &global.version, "Show the version", NULL},
    {"help", 'h', 0, G_OPTION_ARG_NONE, &global.help, "Show this help", NULL},
    {0},
};

static bool complain(Context *context, const GError *error)
{
    diag_set_hint(diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "%s", error->message),
                  "gen help shows what there is");
    return false;
}

/* Help */

static void print_commands(void)
{
    printf("Commands:\n");
    for (const Command *const *command = commands; *command; command++)
        printf("  %-12s %s\n", (*command)->name, (*command)->summary);
}

static void print_options(const GOptionEntry *entries)
{
    for (; entries->long_name; entries++) {
        g_autofree char *brief =
            entries->short_name ? g_strdup_printf("-%c, ", entries->short_name) : g_strdup("    ");
        g_autofree char *name =
            entries->arg_description
                ? g_strdup_printf("--%s=%s", entries->long_name, entries->arg_description)
                : g_strdup_printf("--%s", entries->long_name);
        printf("  %s%-18s %s\n", brief, name, entries->description);
    }
}

static void print_overview(void)
{
    printf("gen keeps a PostgreSQL schema in step with YAML models.\n\n"
           "Usage: gen [OPTION…] COMMAND [OPTION…] [ARGUMENT…]\n\n");
    print_commands();
    printf("\nOptions, before the command or after it:\n");
    print_options(options_of_all);
    print_options(first_entries);
    printf("\ngen help COMMAND shows a command's own options.\n");
}

static GOptionContext *command_parser(const Command *command)
{
    GOptionContext *parser = g_option_context_new(command->arguments);
    g_autofree char *summary =
        command->details ? g_strdup_printf("%s.\n\n%s", command->summary, command->details)
                         : g_strdup_printf("%s.", command->summary);
    g_option_context_set_summary(parser, summary);
    if (command->options)
        g_option_context_add_main_entries(parser, command->options, NULL);
    GOptionGroup *group = g_option_group_new(
        "global", "Options of every command:", "Options of every command", NULL, NULL);
    g_option_group_add_entries(group, options_of_all);
    g_option_context_add_group(parser, group);
    return parser;
}

static void print_command_help(const Command *command)
{
    g_autoptr(GOptionContext) parser = command_parser(command);
    g_autofree char *name = g_strconcat("gen ", command->name, NULL);
    g_set_prgname(name);
    g_autofree char *help = g_option_context_get_help(parser, FALSE, NULL);
    fputs(help, stdout);
}

/* Commands */

const Command *command_find(const char *name)
{
    for (const Command *const *command = commands; *command; command++)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

static const Command *find_or_complain(Context *context, const char *name)
{
    const Command *found = command_find(name);
    if (found)
        return found;
    Suggestion suggestion = SUGGESTION_FOR(name);
    for (const Command *const *command = commands; *command; command++)
        suggestion_try(&suggestion, (*command)->name);
    Diagnostic *d =
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "there is no command %s", name);
    if (suggestion.best)
        diag_set_hint(d, "did you mean %s?", suggestion.best);
    else
        diag_set_hint(d, "gen help lists the commands");
    return NULL;
}

static bool is_number_option(const GOptionEntry *entries, const char *name)
{
    for (; entries && entries->long_name; entries++)
        if (strcmp(entries->long_name, name) == 0)
            return entries->arg == G_OPTION_ARG_INT || entries->arg == G_OPTION_ARG_DOUBLE;
    return false;
}

/* Whether what comes after this word is its number, and no revision. */
static bool wants_number(const Command *command, const char *word)
{
    return g_str_has_prefix(word, "--") && (is_number_option(command->options, word + 2) ||
                                            is_number_option(options_of_all, word + 2));
}

/* `-2` and `-2:` are revisions relative to where the database is; GOption would take them for
 * options. `current-2` says the same. And `-rA:B`, which it does not know, is `-r A:B`. The result
 * takes the strings of `argv`. */
static char **spell_out_relatives(const Command *command, char **argv)
{
    bool number = false; /* the word before wants one */
    GPtrArray *spelled = g_ptr_array_new();
    for (char **at = argv; *at; at++) {
        char *text = *at;
        if (g_str_has_prefix(text, "-r") && text[2]) {
            g_ptr_array_add(spelled, g_strdup("-r"));
            memmove(text, text + 2, strlen(text + 2) + 1);
        }
        bool is_option = wants_number(command, text);
        if (!number && g_regex_match_simple("^-[0-9]+(:.*)?$", text, 0, 0)) {
            text = g_strconcat("current", *at, NULL);
            g_free(*at);
        }
        number = is_option;
        g_ptr_array_add(spelled, text);
    }
    g_ptr_array_add(spelled, NULL);
    g_free(argv);
    return (char **)g_ptr_array_free(spelled, FALSE);
}

static bool check_count(Context *context, const Command *command, char **arguments)
{
    int count = (int)g_strv_length(arguments);
    if (count >= command->min_arguments &&
        (command->max_arguments < 0 || count <= command->max_arguments))
        return true;
    Diagnostic *d = diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                               count < command->min_arguments ? "gen %s: an argument is missing"
                                                              : "gen %s: too many arguments",
                               command->name);
    diag_set_hint(d, "gen %s %s", command->name, command->arguments ? command->arguments : "");
    return false;
}

static bool check_json(Context *context, const Command *command)
{
    if (!command->no_json || !global.json)
        return true;
    diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "gen %s does not take --json",
               command->name);
    return false;
}

static bool parse_command(Context *context, const Command *command, char **argv, char ***ret)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) parser = command_parser(command);
    g_autofree char *name = g_strconcat("gen ", command->name, NULL);
    g_set_prgname(name);
    if (command->relative)
        argv = spell_out_relatives(command, argv);
    if (!g_option_context_parse_strv(parser, &argv, &error)) {
        *ret = argv;
        return complain(context, error);
    }
    *ret = argv;
    return true;
}

/* `--` itself stays among the arguments that GOption leaves. */
static void drop_first(char **argv)
{
    char **at = argv;
    g_free(*at);
    do
        at[0] = at[1];
    while (*at++);
}

static bool run_help(Context *context, char **argv)
{
    if (!argv[1]) {
        print_overview();
        return true;
    }
    const Command *command = find_or_complain(context, argv[1]);
    if (command)
        print_command_help(command);
    return command != NULL;
}

static bool parse_rest(Context *context, char **argv, CommandLine *ret)
{
    if (strcmp(argv[0], "help") == 0) {
        bool good = run_help(context, argv);
        g_strfreev(argv);
        return good;
    }
    const Command *command = find_or_complain(context, argv[0]);
    if (!command) {
        g_strfreev(argv);
        return false;
    }
    bool good = parse_command(context, command, argv, &argv);
    if (good)
        drop_first(argv);
    if (good && *argv && strcmp(*argv, "--") == 0)
        drop_first(argv);
    ret->arguments = argv;
    ret->command = good && check_count(context, command, argv) && check_json(context, command)
                       ? command
                       : NULL;
    return ret->command != NULL;
}

/* Colour */

/* Standard output carries results, which are the same wherever they go; messages have colours. */
static bool wants_colour(void)
{
    const char *never = g_getenv("NO_COLOR");
    if (g_strcmp0(global.colour, "always") == 0)
        return true;
    if (g_strcmp0(global.colour, "never") == 0 || (never && *never))
        return false;
    return isatty(STDERR_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

static bool take_globals(Context *context)
{
    static const char *const when[] = {"auto", "always", "never", NULL};
    context->json = global.json;
    context->quiet = global.quiet;
    context->verbose = global.verbose;
    context->database = global.database;
    context->all = global.all;
    context->jobs = global.jobs ? global.jobs : JOBS;
    context->colour = wants_colour();
    context->terminal = isatty(STDERR_FILENO);
    if (global.colour && !g_strv_contains(when, global.colour)) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   "--color is auto, always or never");
        return false;
    }
    if (global.jobs < 0 || (global.jobs && !global.all)) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   global.jobs < 0 ? "--jobs is a number from 1" : "--jobs goes with --all");
        return false;
    }
    if (global.directory && chdir(global.directory) != 0) {
        diag_error(context->diagnostics, DIAG_USAGE, (Place){global.directory, 0, 0},
                   "cannot work in this folder: %s", g_strerror(errno));
        return false;
    }
    return true;
}

bool options_parse(char **argv, Context *context, CommandLine *ret)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) parser = g_option_context_new(NULL);
    g_option_context_add_main_entries(parser, options_of_all, NULL);
    g_option_context_add_main_entries(parser, first_entries, NULL);
    g_option_context_set_help_enabled(parser, FALSE);
    g_option_context_set_strict_posix(parser, TRUE);
    char **rest = g_strdupv(argv);
    if (!g_option_context_parse_strv(parser, &rest, &error)) {
        g_strfreev(rest);
        take_globals(context);
        return complain(context, error);
    }
    drop_first(rest);
    bool good = true;
    if (global.version)
        printf("gen %s\n", GEN_VERSION);
    else if (global.help || !*rest)
        print_overview();
    if (global.version || global.help || !*rest)
        g_strfreev(rest);
    else
        good = parse_rest(context, rest, ret);
    return take_globals(context) && good;
}

static void put_over(char **member, const char *value)
{
    if (!value)
        return;
    g_free(*member);
    *member = g_strdup(value);
}

bool options_configure(Context *context)
{
    context->config = config_read(global.config, context->diagnostics);
    if (!context->config)
        return false;
    put_over(&context->config->models, global.models);
    put_over(&context->config->migrations, global.migrations);
    return true;
}
