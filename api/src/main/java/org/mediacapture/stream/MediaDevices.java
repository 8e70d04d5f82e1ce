// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackSupportedConstraints;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * The way to cameras and microphones: a bundle-scoped service, each bundle's own. Thread-safe.
 *
 * <p>How much a bundle is told before it has captured follows the configuration of the core: by default all of it, if it is
 * granted the camera; as in a browser, next to nothing, with {@code exposure=capture} (ENUM-4, ENUM-5).
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediadevices">Media Capture and Streams: MediaDevices</a>
 */
@ProviderType
public interface MediaDevices {
    /**
     * The devices that there are: microphones, then cameras, the default one of each kind first (ENUM-2).
     *
     * @return a promise of new descriptions; it fails with InvalidStateError only, when the document is closed. While a
     *     document is hidden and has captured nothing, it is pending (ENUM-1)
     */
    Promise<List<MediaDeviceInfo>> enumerateDevices();

    /**
     * The constrainable properties that are known here; none of them need exist on a camera (SUP-1). A constraint on any
     * other name is ignored (IDL-2).
     *
     * @return the same for every caller, always
     */
    MediaTrackSupportedConstraints getSupportedConstraints();

    /**
     * Opens the camera, the microphone, or both, that fit best and starts them.
     *
     * <p>The promise fails with
     *
     * <ul>
     *   <li>{@link IllegalArgumentException} (the IDL's TypeError) if neither video nor audio is asked for (GUM-1), or a
     *       required constraint stands on a property that cannot select a device (GUM-7);
     *   <li>InvalidStateError if the document is closed (GUM-2);
     *   <li>NotFoundError if there is no device of a kind (GUM-5);
     *   <li>{@link org.mediacapture.constraint.OverconstrainedException} if no device meets the required constraints
     *       (GUM-8); it names the property only if the origin may know it (GUM-17, GUM-18);
     *   <li>NotAllowedError if the permission rules or the {@link PermissionController} deny the device, or nobody answered
     *       the prompt in time; also instead of the two before, if a kind is denied (GUM-9, GUM-10, GUM-16);
     *   <li>NotReadableError if every fitting device is busy, lost or denied, and AbortError if opening failed otherwise
     *       (GUM-13).
     * </ul>
     *
     * <p>While a document is hidden the promise is pending (GUM-4).
     *
     * @param constraints what the stream shall be like
     * @return a promise of a stream with one live track for each kind asked for
     * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia">getUserMedia</a>
     */
    Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints);

    /**
     * As {@link #getUserMedia(MediaStreamConstraints)}, with the dictionary as a map; what cannot be converted fails the
     * promise with {@link IllegalArgumentException}, which names the member by its path (IDL-1).
     *
     * @param constraints as {@link MediaStreamConstraints#fromMap} takes them
     * @return a promise of a stream
     */
    Promise<MediaStream> getUserMedia(Map<String, ?> constraints);

    /**
     * Listens to changes of the devices that are exposed here: {@code devicechange} (DC-1). Changes within 250 ms are told at
     * once (DC-3); a hidden document is told when it is shown.
     *
     * @param listener called one event at a time; what it throws is logged
     * @return the registration; closing it ends it
     */
    Registration addDeviceChangeListener(Consumer<DeviceChangeEvent> listener);
}
