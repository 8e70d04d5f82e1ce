// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for. Immutable.
 *
 * @param action what to do
 * @param script the commands to run and exit; empty for an interactive shell
 * @param data the data directory that was named, if one was
 * @param log how much to log
 */
record Options(Action action, Optional<String> script, Optional<Path> data, LogLevel log) {
    /** What the process is to do. */
    enum Action {
        RUN,
        HELP,
        VERSION
    }
}
