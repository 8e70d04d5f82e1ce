// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/**
 * A command of the shell. All understand {@code --help} and {@code --debug}, and fail with one sentence. Thread-safe.
 */
public interface CameraCommand extends Function {
    /**
     * How the command is used.
     *
     * @return always the same
     */
    Usage usage();

    /**
     * Does what the command is for.
     *
     * @param session the session it was typed in
     * @param call its arguments
     * @return the answer; null if there is none, or it is printed already, as Gogo wants it
     * @throws Exception if it fails
     */
    Object answer(CommandSession session, Arguments call) throws Exception;

    @Override
    default Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return new CommandRun(usage(), session).of(arguments, this);
    }
}
