// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.CapabilityShape;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.StillCamera;
import org.mediacapture.provider.VideoMode;

/**
 * What an open camera told about itself. Immutable.
 *
 * @param modes at least one mode, the camera's default first
 * @param controls what can be steered; each has a value in {@code settings}, but for what is never told (AC-7)
 * @param settings the values of the controls
 * @param photoMode the mode for a photo of no wished size; empty if it is that of the stream
 * @param still the camera's own way to take photos
 * @param stillCapabilities what it can do
 */
record OpenCamera(
        List<VideoMode> modes,
        MediaTrackCapabilities controls,
        MediaTrackSettings settings,
        Optional<VideoMode> photoMode,
        Optional<StillCamera> still,
        Optional<PhotoCapabilities> stillCapabilities) {
    /** Asks a session that has just been opened; fails if the address led to another camera than the one that was offered. */
    static OpenCamera of(Offer offer, CameraSession session) throws CameraException {
        offer.requireSameCamera();
        List<VideoMode> modes = List.copyOf(session.modes());
        if (modes.isEmpty()) {
            throw new CameraException(CameraException.Reason.FAILED, offer + ": the open camera tells no mode");
        }
        Optional<StillCamera> still = session.still();
        MediaTrackSettings settings = session.settings();
        return new OpenCamera(
                modes,
                published(session.controls(), settings),
                settings,
                session.photoMode(),
                still,
                still.map(StillCamera::capabilities));
    }

    /** The controls with a value to tell (AC-7). */
    private static MediaTrackCapabilities published(MediaTrackCapabilities controls, MediaTrackSettings settings) {
        MediaTrackCapabilities.Builder published = MediaTrackCapabilities.builder();
        controls.properties().stream()
                .filter(property ->
                        settings.get(property).isPresent() || property.capabilityShape() == CapabilityShape.NONE)
                .forEach(property ->
                        published.with(property, controls.get(property).orElseThrow()));
        return published.build();
    }
}
