// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the password of a camera comes from: a file, a variable of the environment, or a person; never from a line that a
 * history or a list of processes would keep. Immutable.
 *
 * @param directory where relative file names begin
 * @param environment the variables
 * @param prompt asks the person
 */
public record PasswordSource(Path directory, Map<String, String> environment, PasswordPrompt prompt) {
    static final String FILE = "password.file";
    static final String VARIABLE = "password.variable";
    static final String ADVICE = "leave it away to be asked for it, or write " + FILE + "=FILE or " + VARIABLE
            + "=NAME (of an environment variable)";

    /** Makes a source; the map is copied. */
    public PasswordSource {
        Objects.requireNonNull(directory, "directory");
        environment = Map.copyOf(environment);
        Objects.requireNonNull(prompt, "prompt");
    }

    /**
     * The password of a camera.
     *
     * @param file what {@code password.file} says, if it was given
     * @param variable what {@code password.variable} says, if it was given
     * @param user who is asked, if neither was given; without a user nobody is asked
     * @param host the camera's, for the question
     * @return the password, or empty if the camera has none
     * @throws IllegalArgumentException if both are given, the file or the variable is missing or empty, or nobody can be asked
     * @throws InterruptedException if the question was interrupted
     */
    Optional<String> password(Optional<String> file, Optional<String> variable, Optional<String> user, String host)
            throws InterruptedException {
        if (file.isPresent() && variable.isPresent()) {
            throw new IllegalArgumentException(FILE + " and " + VARIABLE + " contradict each other");
        }
        if (file.isPresent()) {
            return file.map(this::read);
        }
        if (variable.isPresent()) {
            return variable.map(this::lookUp);
        }
        return user.isPresent() ? Optional.of(asked(user.get(), host)) : Optional.empty();
    }

    private String read(String name) {
        Path file = directory.resolve(name);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.lines()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(
                            () -> new IllegalArgumentException(FILE + ": the first line of " + file + " is empty"));
        } catch (IOException e) {
            throw new IllegalArgumentException(FILE + ": there is no readable file " + file, e);
        }
    }

    private String lookUp(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        VARIABLE + ": the environment has no variable " + name + ", or it is empty"));
    }

    private String asked(String user, String host) throws InterruptedException {
        return prompt.ask("Password of " + user + " at " + host + ": ")
                .orElseThrow(
                        () -> new IllegalArgumentException("username: a password is missing, and a script cannot be"
                                + " asked for it; " + FILE + "=FILE or " + VARIABLE + "=NAME tells it"));
    }
}
