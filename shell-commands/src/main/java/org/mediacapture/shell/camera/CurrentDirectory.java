// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.io.File;
import java.nio.file.Path;
import org.apache.felix.service.command.CommandSession;

/** Tells where relative file names of a session begin. Thread-safe. */
public final class CurrentDirectory {
    /** Where {@code felix:cd} keeps what it was told; Gogo itself does not know it. */
    private static final String CHANGED = "_cwd";

    private CurrentDirectory() {}

    /**
     * The directory of a session.
     *
     * @param session the session
     * @return an absolute path
     */
    public static Path of(CommandSession session) {
        return session.get(CHANGED) instanceof File directory
                ? directory.toPath().toAbsolutePath()
                : session.currentDir();
    }
}
