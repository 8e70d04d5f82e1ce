// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import org.mediacapture.constraint.MediaTrackCapabilities;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A camera or a microphone as a document sees it. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#input-specific-device-info">Media Capture and Streams:
 *     InputDeviceInfo</a>
 */
@ProviderType
public interface InputDeviceInfo extends MediaDeviceInfo {
    /**
     * What a track would tell that getUserMedia gives for this device without constraints (ENUM-8).
     *
     * @return the capabilities as far as they are known without opening the device; empty while devices are not exposed
     */
    MediaTrackCapabilities getCapabilities();
}
