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
 * @param usable whether the camera can be opened through it as far as is known: not while a call into it that was abandoned has
 *     not returned, while another camera is behind its address, or when it is about to go
 * @param abandonedCalls how many calls into it were abandoned, since they overran their deadline, and have not returned
 */
public record ProviderStatus(
        String provider,
        String bundle,
        int ranking,
        boolean inUse,
        String trouble,
        boolean usable,
        int abandonedCalls) {
    /**
     * Makes a status.
     *
     * @param provider name of the provider, such as "javacv"
     * @param bundle symbolic name of the bundle that registered the camera
     * @param ranking its {@code service.ranking}; the highest is used
     * @param inUse whether the camera is open through this provider
     * @param trouble what went wrong with it last, or ""
     * @param usable whether the camera can be opened through it as far as is known: not while a call into it that was abandoned has
     *     not returned, while another camera is behind its address, or when it is about to go
     * @param abandonedCalls how many calls into it were abandoned, since they overran their deadline, and have not returned
     */
    public ProviderStatus {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(trouble, "trouble");
    }

    /**
     * Makes a status of a provider that can be used.
     *
     * @param provider name of the provider, such as "javacv"
     * @param bundle symbolic name of the bundle that registered the camera
     * @param ranking its {@code service.ranking}; the highest is used
     * @param inUse whether the camera is open through this provider
     * @param trouble what went wrong with it last, or ""
     */
    public ProviderStatus(String provider, String bundle, int ranking, boolean inUse, String trouble) {
        this(provider, bundle, ranking, inUse, trouble, true, 0);
    }
}
