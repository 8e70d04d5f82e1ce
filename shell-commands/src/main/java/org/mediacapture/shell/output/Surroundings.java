// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.io.Console;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/**
 * What a command can know of the terminal without asking it. Immutable; the variables of the session are not.
 *
 * @param session the session, whose variables come first
 * @param environment the environment of the process, which over a network is that of the server
 * @param console whether the process itself stands in a terminal
 */
public record Surroundings(CommandSession session, Map<String, String> environment, boolean console) {
    /** Makes surroundings; the environment is copied. */
    public Surroundings {
        Objects.requireNonNull(session, "session");
        environment = Map.copyOf(environment);
    }

    /**
     * Those of a session in this process.
     *
     * @param session the session
     * @return its surroundings
     */
    public static Surroundings of(CommandSession session) {
        return new Surroundings(session, System.getenv(), isTerminal(Optional.ofNullable(System.console())));
    }

    /**
     * A variable of the session, else of the environment.
     *
     * @param name its name
     * @return its value as text; empty if it is not set, or set to nothing
     */
    public Optional<String> variable(String name) {
        return ofSession(name)
                .map(String::valueOf)
                .or(() -> Optional.ofNullable(environment.get(name)))
                .filter(value -> !value.isBlank());
    }

    /** A variable of the session; one that is computed, as gogo.jline does with LINES, Gogo has computed. */
    Optional<Object> ofSession(String name) {
        // Where there is no variable, Gogo answers a command of that name.
        return Optional.ofNullable(session.get(name)).filter(value -> !(value instanceof Function));
    }

    /** From Java 22 on there is a console also where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Optional<Console> console) {
        try {
            return console.isPresent()
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console.get());
        } catch (NoSuchMethodException e) {
            return console.isPresent();
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
