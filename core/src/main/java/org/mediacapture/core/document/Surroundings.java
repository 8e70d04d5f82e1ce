// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.function.Supplier;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.inventory.MicrophoneInventory;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.track.TrackParts;

/**
 * What all documents have in common. Immutable.
 *
 * @param cameras the cameras that there are
 * @param microphones the microphones that there are
 * @param ids makes device ids
 * @param permissions who may use what
 * @param exposure when devices are exposed, as configured at present
 * @param parts what tracks are made with
 */
public record Surroundings(
        CameraInventory cameras,
        MicrophoneInventory microphones,
        DeviceIds ids,
        Permissions permissions,
        Supplier<ExposurePolicy> exposure,
        TrackParts parts) {}
