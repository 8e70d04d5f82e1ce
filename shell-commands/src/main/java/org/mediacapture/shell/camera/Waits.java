// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.time.Duration;

/**
 * How long commands wait at most. Immutable.
 *
 * @param answer for a promise of the media API, whose own deadlines (open 8 s, first frame 5 s, photo 10 s) come first
 * @param arrival for a camera that is configured and not there yet, as right after the start
 * @param registration for a provider to bring a camera that was just added, or to take away one just removed
 * @param further for the other providers that serve such cameras to bring one that the first has brought: all read its configuration
 *     at the same time, so that only one with a defect is waited for so long
 */
public record Waits(Duration answer, Duration arrival, Duration registration, Duration further) {
    /** The waits of the product. */
    public static final Waits STANDARD =
            new Waits(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(2));
}
