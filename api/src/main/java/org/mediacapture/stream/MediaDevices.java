// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * The way to cameras: a bundle-scoped service, each bundle's own. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediadevices">Media Capture and Streams: MediaDevices</a>
 */
@ProviderType
public interface MediaDevices {
    /**
     * The devices that there are, the default one of each kind first (ENUM-2).
     *
     * @return a promise of new descriptions; it does not fail
     */
    Promise<List<MediaDeviceInfo>> enumerateDevices();

    /**
     * Opens the camera that fits best and starts it.
     *
     * <p>The promise fails with
     *
     * <ul>
     *   <li>{@link IllegalArgumentException} (the IDL's TypeError) if neither video nor audio is asked for (GUM-1), or a
     *       required constraint stands on a property that cannot select a device (GUM-7);
     *   <li>NotFoundError if there is no device of a kind (GUM-5);
     *   <li>{@link org.mediacapture.constraint.OverconstrainedException} if no device meets the required constraints
     *       (GUM-8);
     *   <li>NotReadableError if every fitting device is busy, lost or denied, and AbortError if opening failed otherwise
     *       (GUM-13).
     * </ul>
     *
     * @param constraints what the stream shall be like
     * @return a promise of a stream with one live track for each kind asked for
     * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia">getUserMedia</a>
     */
    Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints);
}
