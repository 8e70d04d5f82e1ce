// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;

/** The program of the executable jar. */
public final class Main {
    private static final long EXIT_PATIENCE_MILLIS = 10_000;

    private final Streams streams;
    private final Ending ending =
            new Ending(e -> LoggerFactory.getLogger(Ending.class).warn("cannot end in order", e));

    private Main(Streams streams) {
        this.streams = streams;
    }

    /**
     * Runs the program and ends the process.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.setProperty("jdk.console", "java.base"); // that of newer JDKs is never null, and takes the terminal
        Main main = new Main(Streams.ofProcess());
        int code = main.run(arguments);
        main.exit(code);
    }

    private int run(String[] arguments) {
        CommandLineParser parser = new CommandLineParser();
        Options options;
        try {
            options = parser.parse(arguments);
        } catch (ParameterException e) {
            streams.complain(e.getMessage() + "; --help lists the options");
            return ExitCode.USAGE;
        }
        DataDirectory data = DataDirectory.locate(options.data(), System.getenv(), systemProperties());
        switch (options.action()) {
            case HELP -> streams.out().print(parser.help(data));
            case VERSION -> streams.out().println("mediacapture " + new Resources().version());
            case RUN -> {
                return run(options, data);
            }
        }
        return ExitCode.OK;
    }

    private int run(Options options, DataDirectory data) {
        try {
            return launch(options, Script.of(options, () -> System.console() != null), data);
        } catch (NoSuchFileException e) {
            streams.complain("there is no file " + e.getFile() + "; commands themselves are given with -c");
            return ExitCode.USAGE;
        } catch (IOException e) {
            String file = options.file().map(Path::toString).orElse("standard input");
            streams.complain("cannot read the commands of " + file + ", a file of text in UTF-8 is needed: " + e);
            return ExitCode.USAGE;
        }
    }

    private int launch(Options options, Optional<Script> script, DataDirectory data) {
        Runtime.getRuntime().addShutdownHook(new Thread(ending, "shutdown"));
        try {
            data.create();
            LogFile log = new LogFile(data, options.log());
            ending.add(log::close);
            log.captureStandardStreams();
            return new Launch(script, data, streams, ending).run(jar());
        } catch (LaunchException e) {
            return fail(e.getMessage(), e);
        } catch (IOException e) {
            return fail("cannot work in the data directory " + data.root() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }

    private int fail(String message, Exception cause) {
        if (System.err != streams.err()) { // only then there is a log file
            LoggerFactory.getLogger(Main.class).error(message, cause);
        }
        if (!ending.hasBegun()) {
            streams.complain(message);
        }
        return ExitCode.FAILURE;
    }

    /** Ends the process in order; and if that takes too long, at once. */
    private void exit(int code) {
        TimerTask halt = new TimerTask() {
            @Override
            public void run() {
                Runtime.getRuntime().halt(code);
            }
        };
        new Timer("exit", true).schedule(halt, EXIT_PATIENCE_MILLIS);
        ending.run();
        streams.out().flush();
        System.exit(code);
    }

    private static Path jar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> systemProperties() {
        return Map.of(
                "os.name", System.getProperty("os.name", ""),
                "user.home", System.getProperty("user.home", "."));
    }
}
