// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mediacapture.constraint.MediaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a command is used, and what all commands share: options are told from words, and failures become one sentence.
 * Immutable.
 *
 * @param command the name, without scope
 * @param form its arguments as a manual shows them; the options in it are those that the command takes
 */
public record Usage(String command, String form) {
    private static final Logger LOG = LoggerFactory.getLogger(Usage.class);
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    /** What a command does with its arguments. */
    @FunctionalInterface
    public interface Body {
        /**
         * Does it.
         *
         * @param arguments the arguments, options apart
         * @return the answer
         * @throws Exception if it fails
         */
        Object run(Arguments arguments) throws Exception;
    }

    /**
     * Runs a command.
     *
     * @param arguments what Gogo made of the words typed
     * @param body what the command does
     * @return its answer
     * @throws Exception if it fails; what the commands and the media API throw comes as {@link CommandFailure}
     */
    public Object run(List<Object> arguments, Body body) throws Exception {
        try {
            return body.run(Arguments.of(this, arguments));
        } catch (MediaException e) {
            throw failure(e.toString(), e);
        } catch (IllegalArgumentException e) {
            throw failure(e.getMessage(), e);
        } catch (IOException e) {
            throw failure(reason(e), e);
        } catch (UncheckedIOException e) {
            throw failure(reason(e.getCause()), e);
        }
    }

    /**
     * A mistake in the arguments.
     *
     * @param problem what is wrong
     * @return the exception, whose message ends with the right form
     */
    public IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(this + ": " + problem + "; usage: " + this + " " + form);
    }

    /**
     * The options that the command takes.
     *
     * @return for example "--json"
     */
    public Set<String> options() {
        return OPTION.matcher(form).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The name with its scope.
     *
     * @return for example "camera:photo"
     */
    @Override
    public String toString() {
        return "camera:" + command;
    }

    private CommandFailure failure(String message, Exception cause) {
        LOG.debug("{} failed", this, cause);
        return new CommandFailure(message, cause);
    }

    /** The messages of a {@link FileSystemException} are often but a path: its class says what happened. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException ? e.getClass().getSimpleName() + ": " + e.getMessage() : e.getMessage();
    }
}
