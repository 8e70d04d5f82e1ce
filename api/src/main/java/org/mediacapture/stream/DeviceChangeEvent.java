// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.List;

/**
 * Tells that the list of exposed devices changed (DC-1). Immutable.
 *
 * @param devices the devices as {@link MediaDevices#enumerateDevices()} tells them from now on
 * @param userInsertedDevices those of them that were not there before; empty while devices are not exposed (DC-4)
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#devicechangeevent">Media Capture and Streams:
 *     DeviceChangeEvent</a>
 */
public record DeviceChangeEvent(List<MediaDeviceInfo> devices, List<MediaDeviceInfo> userInsertedDevices) {
    /**
     * Makes an event; the lists are copied.
     *
     * @param devices the devices as {@link MediaDevices#enumerateDevices()} tells them from now on
     * @param userInsertedDevices those of them that were not there before; empty while devices are not exposed (DC-4)
     */
    public DeviceChangeEvent {
        devices = List.copyOf(devices);
        userInsertedDevices = List.copyOf(userInsertedDevices);
    }
}
