#include "generator/fleet.h"

#include "generator/json_out.h"
#include "generator/messages.h"
#include "generator/self.h"
#include "generator/signals.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define WATCH_MILLISECONDS 100

typedef struct Fleet Fleet;

typedef struct Member {
    Fleet *fleet;
    const char *name;
    GSubprocess *process; /* while it runs */
    char *out;
    char *err;
    int status; /* -1 before it ends */
    gint64 started;
    double seconds;
} Member;

struct Fleet {
    Context *context;
    Member *members;
    guint count;
    guint next; /* the first that was not started */
    guint running;
    bool stopped; /* a signal came: no more are started */
    GMainLoop *loop;
};

/* Options of the whole run that a member's does not get: gen is in the folder of -C already. */
static const struct {
    const char *name;
    bool has_value;
} own_options[] = {
    {"--all", false},
    {"--jobs", true},
    {"-C", true},
    {"--directory", true},
};

/* How many arguments to leave out at `at`: none, the option, or the option and its value. */
static int own_arguments(char **at)
{
    for (gsize i = 0; i < G_N_ELEMENTS(own_options); i++) {
        const char *name = own_options[i].name;
        if (strcmp(*at, name) == 0)
            return own_options[i].has_value && at[1] ? 2 : 1;
        bool is_long = name[1] == '-';
        gsize length = strlen(name);
        if (own_options[i].has_value && strncmp(*at, name, length) == 0 &&
            (!is_long || (*at)[length] == '='))
            return 1;
    }
    return 0;
}

static GPtrArray *member_arguments(const Fleet *fleet, const char *name)
{
    GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
    char **given = fleet->context->arguments;
    g_ptr_array_add(arguments, self_program(fleet->context));
    g_ptr_array_add(arguments, g_strdup_printf("--database=%s", name));
    for (char **at = given + 1; *at;) {
        int own = own_arguments(at);
        if (own == 0)
            g_ptr_array_add(arguments, g_strdup(*at));
        at += MAX(own, 1);
    }
    g_ptr_array_add(arguments, NULL);
    return arguments;
}

static void start_more(Fleet *fleet);

static void report(const Member *member)
{
    const Context *context = member->fleet->context;
    if (context->json)
        return;
    messages_say(context, "%s: %s (%.2f s)", member->name, member->status == 0 ? "done" : "failed",
                 member->seconds);
    if (member->status != 0 || !context->quiet)
        fputs(member->err ? member->err : "", stderr);
    g_auto(GStrv) lines = g_strsplit(member->out ? member->out : "", "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            printf("%s: %s\n", member->name, *line);
    fflush(stdout);
}

static void on_end(GObject *source, GAsyncResult *result, gpointer data)
{
    Member *member = data;
    Fleet *fleet = member->fleet;
    GSubprocess *process = G_SUBPROCESS(source);
    g_autoptr(GError) error = NULL;
    if (!g_subprocess_communicate_utf8_finish(process, result, &member->out, &member->err, &error))
        member->err = g_strdup_printf("%s\n", error->message);
    member->status = g_subprocess_get_if_exited(process) ? g_subprocess_get_exit_status(process)
                                                         : 128 + g_subprocess_get_term_sig(process);
    member->seconds = (double)(g_get_monotonic_time() - member->started) / G_USEC_PER_SEC;
    g_clear_object(&member->process);
    fleet->running--;
    report(member);
    start_more(fleet);
}

static void start(Fleet *fleet, Member *member)
{
    g_autoptr(GPtrArray) arguments = member_arguments(fleet, member->name);
    g_autoptr(GError) error = NULL;
    member->started = g_get_monotonic_time();
    member->process = self_start(
        arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
    if (!member->process) {
        member->err = g_strdup_printf("%s\n", error->message);
        member->status = EXIT_STATUS_USAGE;
        report(member);
        return;
    }
    fleet->running++;
    g_subprocess_communicate_utf8_async(member->process, NULL, NULL, on_end, member);
}

static void start_more(Fleet *fleet)
{
    while (!fleet->stopped && fleet->next < fleet->count &&
           fleet->running < (guint)fleet->context->jobs)
        start(fleet, &fleet->members[fleet->next++]);
    if (fleet->running == 0)
        g_main_loop_quit(fleet->loop);
}

/* A signal is handed on to all that run, once; they end in good order and are waited for. */
static gboolean watch_signals(gpointer data)
{
    Fleet *fleet = data;
    if (!signals_received() || fleet->stopped)
        return G_SOURCE_CONTINUE;
    fleet->stopped = true;
    for (guint i = 0; i < fleet->count; i++)
        if (fleet->members[i].process)
            g_subprocess_send_signal(fleet->members[i].process, SIGTERM);
    return G_SOURCE_CONTINUE;
}

static void add_member_json(JsonBuilder *builder, const Member *member)
{
    g_autoptr(JsonNode) result = member->out ? json_from_string(member->out, NULL) : NULL;
    json_builder_begin_object(builder);
    json_add_string(builder, "name", member->name);
    json_add_int(builder, "status", member->status);
    json_builder_set_member_name(builder, "result");
    if (result)
        json_builder_add_value(builder, g_steal_pointer(&result));
    else
        json_builder_add_null_value(builder);
    json_add_string(builder, "messages", member->err);
    json_builder_end_object(builder);
}

static void print_json(const Fleet *fleet)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "databases");
    json_builder_begin_array(builder);
    for (guint i = 0; i < fleet->count; i++)
        add_member_json(builder, &fleet->members[i]);
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

static int summarize(const Fleet *fleet)
{
    g_autoptr(GString) failed = g_string_new(NULL);
    guint done = 0;
    int worst = 0;
    for (guint i = 0; i < fleet->count; i++) {
        const Member *member = &fleet->members[i];
        done += member->status == 0;
        worst = MAX(worst, member->status < 0 ? EXIT_STATUS_DATABASE : member->status);
        if (member->status != 0)
            g_string_append_printf(failed, "%s%s", failed->len ? ", " : "", member->name);
    }
    if (fleet->context->json)
        print_json(fleet);
    messages_say(fleet->context, "%u of %u databases done%s%s", done, fleet->count,
                 failed->len ? "; not done: " : "", failed->str);
    return worst;
}

static int run_members(Fleet *fleet)
{
    guint watch = g_timeout_add(WATCH_MILLISECONDS, watch_signals, fleet);
    fleet->loop = g_main_loop_new(NULL, FALSE);
    start_more(fleet);
    if (fleet->running > 0)
        g_main_loop_run(fleet->loop);
    g_main_loop_unref(fleet->loop);
    g_source_remove(watch);
    return summarize(fleet);
}

int fleet_run(Context *context, const Command *command)
{
    const GPtrArray *databases = context->config->databases;
    if (!command->fleet || databases->len == 0 || context->database) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   !command->fleet       ? "gen %s does not take --all"
                   : databases->len == 0 ? "gen %s --all: gen.yml has no databases:"
                                         : "gen %s: --all and -d exclude each other",
                   command->name);
        return EXIT_STATUS_USAGE;
    }
    Fleet fleet = {.context = context, .count = databases->len};
    fleet.members = g_new0(Member, databases->len);
    for (guint i = 0; i < databases->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(databases, i);
        fleet.members[i] = (Member){.fleet = &fleet, .name = entry->name, .status = -1};
    }
    int status = run_members(&fleet);
    for (guint i = 0; i < fleet.count; i++) {
        g_free(fleet.members[i].out);
        g_free(fleet.members[i].err);
    }
    g_free(fleet.members);
    return status;
}
