// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.time.Duration;
import java.util.List;

/** Looks at one thing that may be wrong. It may throw, and may hang: that becomes a finding. */
public interface Check {
    /**
     * What it looks at.
     *
     * @return a word or two
     */
    String subject();

    /**
     * Looks.
     *
     * @return what was found, at least one finding
     * @throws Exception if it cannot look
     */
    List<Finding> findings() throws Exception;

    /**
     * How long it may take.
     *
     * @return after which it counts as hanging
     */
    default Duration deadline() {
        return Duration.ofSeconds(20);
    }
}
