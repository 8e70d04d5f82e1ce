// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;

/**
 * A provider that is installed and has no cameras here, or none of some kind. Immutable.
 *
 * @param provider name of the provider, such as "webcam"
 * @param bundle symbolic name of the bundle that says so
 * @param reason which cameras are missing, and why
 * @param remedy what an operator can do about it, or ""
 */
public record ProviderTroubleStatus(String provider, String bundle, String reason, String remedy) {
    /**
     * Makes a status.
     *
     * @param provider name of the provider, such as "webcam"
     * @param bundle symbolic name of the bundle that says so
     * @param reason which cameras are missing, and why
     * @param remedy what an operator can do about it, or ""
     */
    public ProviderTroubleStatus {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * Makes a status without a remedy.
     *
     * @param provider name of the provider, such as "webcam"
     * @param bundle symbolic name of the bundle that says so
     * @param reason which cameras are missing, and why
     */
    public ProviderTroubleStatus(String provider, String bundle, String reason) {
        this(provider, bundle, reason, "");
    }
}
