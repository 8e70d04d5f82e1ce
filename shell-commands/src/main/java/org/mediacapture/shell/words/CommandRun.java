// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a command: options that all commands have, and failures that become one sentence. Immutable.
 *
 * @param usage how the command is used
 * @param session the session it was typed in
 */
record CommandRun(Usage usage, CommandSession session) {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRun.class);

    /**
     * Runs the command.
     *
     * @param words what Gogo made of the words typed
     * @return its answer, or its manual
     * @throws CommandFailure with one sentence, if it fails
     * @throws InterruptedException if it was interrupted
     */
    Object of(List<Object> words, CameraCommand command) throws CommandFailure, InterruptedException {
        if (Arguments.asksForHelp(words)) {
            return new Line(usage.manual());
        }
        boolean debug = words.contains(Arguments.DEBUG);
        try {
            Object answer = command.answer(session, Arguments.of(usage, words));
            return answer instanceof Printable printable ? printable.within(Screen.of(session)) : answer;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("{} failed", usage, e);
            if (debug) {
                e.printStackTrace(errors());
            }
            throw new CommandFailure(sentence(e), e);
        }
    }

    private static String sentence(Exception e) {
        if (e instanceof MediaException) {
            return e.toString();
        }
        if (e instanceof FileSystemException || e instanceof IOException) {
            return reason((IOException) e);
        }
        if (e instanceof UncheckedIOException unchecked) {
            return reason(unchecked.getCause());
        }
        boolean meantForPersons = e instanceof IllegalArgumentException || e instanceof CommandFailure;
        return meantForPersons && e.getMessage() != null
                ? e.getMessage()
                : e.getClass().getSimpleName()
                        + Optional.ofNullable(e.getMessage())
                                .map(text -> ": " + text)
                                .orElse("")
                        + " (--debug prints where)";
    }

    /** The messages of a {@link FileSystemException} are often but a path: its class says what happened. */
    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof FileSystemException || e.getMessage() == null
                ? e.getClass().getSimpleName() + ": " + message
                : message;
    }

    /** The standard error of the command, which may be redirected, else what the session has. */
    private PrintStream errors() {
        return Optional.ofNullable(Process.Utils.current()).map(Process::err).orElseGet(session::getConsole);
    }
}
