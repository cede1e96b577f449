// Part of dragoman; see LICENSE.
//
// The subcommands.  Each add_*() describes one to the command line and returns the action
// to run when it was chosen.

#ifndef DRAGOMAN_CLI_COMMANDS_H_
#define DRAGOMAN_CLI_COMMANDS_H_

#include <functional>

#include "cli/exit_code.h"

namespace CLI {
class App;
}

namespace dragoman::cli {

using Action = std::function<ExitCode()>;

Action add_analyze(CLI::App& app);
Action add_graph(CLI::App& app);
Action add_ingest(CLI::App& app);
Action add_convert(CLI::App& app);
Action add_query(CLI::App& app);
Action add_view(CLI::App& app);
Action add_ask(CLI::App& app);
Action add_explain(CLI::App& app);
Action add_why_not(CLI::App& app);
Action add_doctor(CLI::App& app);
Action add_compile(CLI::App& app);
Action add_train(CLI::App& app);

}  // namespace dragoman::cli

#endif  // DRAGOMAN_CLI_COMMANDS_H_
