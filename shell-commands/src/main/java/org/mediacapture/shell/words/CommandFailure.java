// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.mediacapture.constraint.MediaException;

/**
 * Why a command failed, in one sentence for the person who typed it. A Gogo console prints class and message, so the
 * message has everything: the name of the W3C's error where there is one, what happened, what would help.
 */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a failure.
     *
     * @param message the sentence
     * @param cause what lies behind it
     */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }

    static CommandFailure of(Exception e) {
        return new CommandFailure(sentence(e), e);
    }

    /**
     * What an exception says to the person who typed a command.
     *
     * @param e what a command failed with
     * @return one sentence
     */
    public static String sentence(Exception e) {
        if (e instanceof MediaException) {
            return e.toString();
        }
        if (e instanceof IOException) {
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

    @Override
    public String toString() {
        return getMessage();
    }
}
