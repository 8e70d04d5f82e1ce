// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.List;
import java.util.Objects;

/**
 * A camera as the operator sees it. Immutable.
 *
 * @param deviceId the identifier that {@link org.mediacapture.stream.MediaDevices} gives to the bundle that asks
 * @param name short name, unique among the cameras that are there
 * @param label what a person calls it
 * @param address where it is, a URI without credentials
 * @param state what it is doing
 * @param cause why it is in this state, or ""; of one that streams how it came to the provider in use, if that is not the first one
 *     since somebody uses it
 * @param providers the providers that offer it, the best first; empty only while its tracks wait for one
 * @param facing where it looks: user, environment, left or right; "" if that is not known
 */
public record CameraStatus(
        String deviceId,
        String name,
        String label,
        String address,
        CameraState state,
        String cause,
        List<ProviderStatus> providers,
        String facing) {
    /**
     * Makes a status; the list is copied.
     *
     * @param deviceId the identifier that {@link org.mediacapture.stream.MediaDevices} gives to the bundle that asks
     * @param name short name, unique among the cameras that are there
     * @param label what a person calls it
     * @param address where it is, a URI without credentials
     * @param state what it is doing
     * @param cause why it is in this state, or ""; of one that streams how it came to the provider in use, if that is not the first one
     *     since somebody uses it
     * @param providers the providers that offer it, the best first; empty only while its tracks wait for one
     * @param facing where it looks: user, environment, left or right; "" if that is not known
     */
    public CameraStatus {
        Objects.requireNonNull(deviceId, "deviceId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(cause, "cause");
        providers = List.copyOf(providers);
        Objects.requireNonNull(facing, "facing");
    }

    /**
     * Makes a status of a camera of which is not known where it looks.
     *
     * @param deviceId the identifier that {@link org.mediacapture.stream.MediaDevices} gives to the bundle that asks
     * @param name short name, unique among the cameras that are there
     * @param label what a person calls it
     * @param address where it is, a URI without credentials
     * @param state what it is doing
     * @param cause why it is in this state, or ""
     * @param providers the providers that offer it, the best first
     */
    public CameraStatus(
            String deviceId,
            String name,
            String label,
            String address,
            CameraState state,
            String cause,
            List<ProviderStatus> providers) {
        this(deviceId, name, label, address, state, cause, providers, "");
    }
}
