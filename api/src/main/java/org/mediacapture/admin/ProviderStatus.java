// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;

/**
 * A provider that offers a camera. Immutable.
 *
 * @param provider name of the provider, such as "javacv"
 * @param bundle symbolic name of the bundle that registered the camera
 * @param ranking its {@code service.ranking}; the highest is used
 * @param inUse whether the camera is open through this provider
 * @param trouble what went wrong with it last, or ""
 */
public record ProviderStatus(String provider, String bundle, int ranking, boolean inUse, String trouble) {
    /** Makes a status. */
    public ProviderStatus {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(trouble, "trouble");
    }
}
