// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line: its options, their help, and what a given one asks for. Declared without annotations, which would be
 * read by reflection at every start. Confined to the main thread.
 */
final class CommandLineParser {
    private final CommandLine commandLine = new CommandLine(specification());

    /**
     * Reads a command line.
     *
     * @throws ParameterException if it has an unknown option or argument, or a value that an option does not take
     */
    Options parse(String... arguments) {
        ParseResult parsed = commandLine.parseArgs(arguments);
        Optional<String> commands = Optional.ofNullable(parsed.matchedOptionValue("--command", null));
        Optional<Path> file = Optional.ofNullable(parsed.matchedPositionalValue(0, null));
        if (commands.isPresent() && file.isPresent()) {
            throw new ParameterException(
                    commandLine, "commands are given with --command or in a file, not both: " + file.get());
        }
        return new Options(
                action(parsed),
                commands,
                file,
                Optional.ofNullable(parsed.matchedOptionValue("--data", null)),
                parsed.matchedOptionValue("--log", LogLevel.info));
    }

    /** The help, which tells where this process would keep its files. */
    String help(DataDirectory data) {
        CommandSpec spec = specification();
        spec.parser().separator(" "); // the usual way of writing it; = is understood, too
        spec.usageMessage()
                .width(100)
                .footer(
                        "",
                        "Without commands: an interactive shell, which \"exit\" or Ctrl-D ends. Where standard input"
                                + " or output",
                        "is no terminal, standard input is a script. A script stops at the first command that fails.",
                        "",
                        "Data directory: " + data.root(),
                        "  (--data, or the variable " + DataDirectory.VARIABLE + ", or the platform's usual place)",
                        "Log file: " + data.logFile(),
                        "  (older ones: mediacapture.1.log, ...; a second process at once: mediacapture.0.log.1)",
                        "",
                        "Exit codes: 0 all succeeded, 1 a command failed, 2 usage, or commands that cannot be read;",
                        "  or N of \"exit N\".");
        return new CommandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static Options.Action action(ParseResult parsed) {
        if (parsed.hasMatchedOption("--help")) {
            return Options.Action.HELP;
        }
        return parsed.hasMatchedOption("--version") ? Options.Action.VERSION : Options.Action.RUN;
    }

    private static CommandSpec specification() {
        CommandSpec spec = CommandSpec.create().name("mediacapture");
        spec.usageMessage().description("Cameras from the command line: a Gogo shell on an OSGi framework.", "");
        spec.addOption(OptionSpec.builder("-c", "--command")
                .type(String.class)
                .paramLabel("COMMANDS")
                .description("Run these commands, separated by ; and exit.", "  Example: -c 'camera:photo first.jpg'")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .type(Path.class)
                .arity("0..1")
                .paramLabel("FILE")
                .description("Run the commands of this file, and exit. # begins a comment.")
                .build());
        spec.addOption(OptionSpec.builder("--data")
                .type(Path.class)
                .paramLabel("DIR")
                .description("Keep configuration, logs and unpacked libraries here.")
                .build());
        spec.addOption(OptionSpec.builder("--log")
                .type(LogLevel.class)
                .paramLabel("LEVEL")
                .description(
                        "How much goes to the log file: " + Arrays.toString(LogLevel.values()) + ". Default: info.")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
        return spec;
    }
}
