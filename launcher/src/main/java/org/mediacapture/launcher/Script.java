// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Commands that run without a person. Immutable. */
sealed interface Script {
    /** The call of the shell's service that runs them. */
    Map<String, Object> call(Streams streams);

    /**
     * What a command line asks for.
     *
     * @param terminal whether there is a person, who types at a terminal and reads it
     * @return the commands; empty for an interactive shell
     * @throws IOException if the file of commands cannot be read
     */
    static Optional<Script> of(Options options, BooleanSupplier terminal) throws IOException {
        if (options.commands().isPresent()) {
            return options.commands().map(Commands::new);
        }
        if (options.file().isPresent()) {
            Path file = options.file().get();
            return Optional.of(new CommandFile(file, Files.readString(file)));
        }
        return terminal.getAsBoolean() ? Optional.empty() : Optional.of(new StandardInput());
    }

    /**
     * Commands of the command line.
     *
     * @param text the commands
     */
    record Commands(String text) implements Script {
        @Override
        public Map<String, Object> call(Streams streams) {
            return Map.of("script", text, "in", streams.in(), "out", streams.out(), "err", streams.err());
        }
    }

    /**
     * The commands of a file.
     *
     * @param file the file, for errors
     * @param text the commands
     */
    record CommandFile(Path file, String text) implements Script {
        @Override
        public Map<String, Object> call(Streams streams) {
            return Map.of(
                    "name", file.toString(),
                    "script", text,
                    "in", streams.in(),
                    "out", streams.out(),
                    "err", streams.err());
        }
    }

    /** Commands that come by standard input. They have nothing to read: it is all commands. */
    record StandardInput() implements Script {
        @Override
        public Map<String, Object> call(Streams streams) {
            return Map.of(
                    "name", "stdin",
                    "script", streams.in(),
                    "in", InputStream.nullInputStream(),
                    "out", streams.out(),
                    "err", streams.err());
        }
    }
}
