// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.util.Optional;

/** Asks a person for a password, without showing what is typed. */
@FunctionalInterface
public interface PasswordPrompt {
    /**
     * Asks.
     *
     * @param question what is asked for, such as "Password of admin at 192.168.1.20: "
     * @return the answer, perhaps ""; empty if there is nobody to ask, as in a script
     * @throws InterruptedException if the question was interrupted
     */
    Optional<String> ask(String question) throws InterruptedException;
}
