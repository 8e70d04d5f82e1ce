// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.StandardStreams;
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
        try (RunningThreads.Entry running = RunningThreads.of(session).enter()) {
            Object answer = command.answer(session, Arguments.of(usage, words));
            return answer instanceof Printable printable ? printable.within(Screen.of(session)) : answer;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("{} failed", usage, e);
            if (debug) {
                e.printStackTrace(StandardStreams.err(session));
            }
            throw CommandFailure.of(e);
        }
    }
}
