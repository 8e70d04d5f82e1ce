// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.Objects;

/**
 * The configuration of the provider itself. Immutable; a change replaces it, and registers the cameras anew.
 *
 * @param ranking the value of {@code service.ranking}
 * @param discovers whether local cameras are looked for
 * @param interval the pause between two looks for local cameras, where nothing tells of changes
 */
public record ProviderSettings(int ranking, boolean discovers, Duration interval) {
    /** Without configuration. */
    static final ProviderSettings DEFAULT = new ProviderSettings(50, true, Duration.ofSeconds(2));

    /** Makes settings. */
    public ProviderSettings {
        Objects.requireNonNull(interval, "interval");
    }
}
