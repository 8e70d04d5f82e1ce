// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

/**
 * The configuration of the provider itself. Immutable; a change replaces it, and registers the cameras anew.
 *
 * @param ranking the value of {@code service.ranking}
 * @param discovers whether local cameras are looked for
 */
public record ProviderSettings(int ranking, boolean discovers) {
    /** The value of {@code camera.provider}. */
    static final String NAME = "javacv";

    /** Without configuration. */
    static final ProviderSettings DEFAULT = new ProviderSettings(100, true);
}
