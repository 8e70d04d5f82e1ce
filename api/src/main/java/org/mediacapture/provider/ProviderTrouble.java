// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Why a provider that is installed has no cameras here, or none of some kind: a service, registered with
 * {@link CameraProperties#PROVIDER} while that is so. It is for operators; a camera that cannot be opened tells so by itself.
 * Thread-safe.
 */
@ConsumerType
public interface ProviderTrouble {
    /**
     * What the provider lacks.
     *
     * @return one line that names which cameras are missing, and why, such as "no local cameras: there are no natives for
     *     Linux on aarch64"; it never changes
     */
    String reason();

    /**
     * What an operator can do about it.
     *
     * @return one line, or "" if there is nothing to say beyond the reason; it never changes
     */
    default String remedy() {
        return "";
    }
}
