// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line asks for. Immutable.
 *
 * @param action what to do
 * @param commands the commands to run and exit, if some were given
 * @param file the file of commands to run and exit, if one was named
 * @param data the data directory that was named, if one was
 * @param log how much to log
 */
record Options(Action action, Optional<String> commands, Optional<Path> file, Optional<Path> data, LogLevel log) {
    /** What the process is to do. */
    enum Action {
        RUN,
        HELP,
        VERSION
    }
}
