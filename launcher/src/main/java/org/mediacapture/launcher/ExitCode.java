// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

/** What the process tells its caller. Constants. */
final class ExitCode {
    /** Everything succeeded. */
    static final int OK = 0;

    /** A command failed, or the framework could not run. */
    static final int FAILURE = 1;

    /** The command line was not understood. */
    static final int USAGE = 2;

    private ExitCode() {}
}
