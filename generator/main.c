#include "generator/fleet.h"
#include "generator/messages.h"
#include "generator/options.h"
#include "generator/signals.h"

#include <locale.h>
#include <stdio.h>

static int run(Context *context, const CommandLine *line)
{
    if (!options_configure(context)) {
        /* gen.yml is read by what reads models, whose errors have a status of their own. */
        context->status = EXIT_STATUS_USAGE;
        return EXIT_STATUS_USAGE;
    }
    if (context->all)
        return fleet_run(context, line->command);
    return line->command->run(context, line->arguments);
}

/* A result that could not be written (a full disk behind `>`) is an error like any other. */
static void check_output(Context *context)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        diag_error(context->diagnostics, DIAG_FILE, PLACE_NONE,
                   "standard output cannot be written");
}

static int finish(Context *context, int status)
{
    check_output(context);
    messages_flush(context);
    if (signals_received() && (status != 0 || diagnostics_failed(context->diagnostics)))
        return 128 + signals_received();
    ExitStatus failed = diagnostics_status(context->diagnostics);
    if (failed == EXIT_STATUS_DONE)
        return status;
    return context->status ? context->status : (int)failed;
}

int main(int argc, char **argv)
{
    (void)argc;
    setlocale(LC_ALL, "");
    signals_install();
    g_autoptr(Context) context = g_new0(Context, 1);
    context->diagnostics = diagnostics_new();
    context->arguments = g_strdupv(argv);
    CommandLine line = {0};
    int status = EXIT_STATUS_DONE;
    if (!options_parse(argv, context, &line))
        status = EXIT_STATUS_USAGE;
    else if (line.command)
        status = run(context, &line);
    g_strfreev(line.arguments);
    return finish(context, status);
}
