// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.List;
import java.util.function.Consumer;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.stream.Registration;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/** Cameras and tracks of the framework: a bundle-scoped service for operators. Thread-safe; answers are snapshots. */
@ProviderType
public interface CameraAdmin {
    /**
     * The cameras that there are, in the order of {@code enumerateDevices()}: local ones, then mock ones, then network and
     * file cameras.
     *
     * @return the cameras
     */
    List<CameraStatus> cameras();

    /**
     * The providers that are installed and have no cameras here, or none of some kind, as they say by
     * {@link org.mediacapture.provider.ProviderTrouble} services.
     *
     * @return what each of them lacks, by name of the provider
     */
    List<ProviderTroubleStatus> troubles();

    /**
     * The live tracks of all bundles, oldest first.
     *
     * @return the tracks
     */
    List<TrackStatus> tracks();

    /**
     * How the frames of all cameras and of their live tracks flow. To be told costs the frames nothing but a moment of a lock, so
     * that it may be asked once a second.
     *
     * @return statistics for each camera, in the order of {@link #cameras()}
     */
    List<CameraStatistics> statistics();

    /**
     * Brings a camera that is in use to another of its providers, and its tracks with it, after what was asked of it before. A camera
     * that both providers can open at the same time ({@link CameraDevice#exclusive()}) goes on delivering until the new one's first
     * frame, and its tracks are not muted; where the new one fails, everything stays as it was. Any other is closed first: its tracks
     * are muted until the new one delivers, and come back to another provider if the wanted one fails. The wanted provider is tried
     * first as long as the camera is in use.
     *
     * @param camera short name or device id of the camera
     * @param provider name of the provider, such as "webcam"
     * @return a promise that resolves when the camera is open through that provider, also if it was so before. It fails with
     *     {@code NotFoundError} if there is no such camera or the provider does not offer it, {@code InvalidStateError} if no track
     *     uses it, {@code NotReadableError} if the provider cannot open it, with the reason, and {@code OverconstrainedError} if it
     *     cannot do what the tracks require
     */
    Promise<Void> swap(String camera, String provider);

    /**
     * Listens to changes of {@link #cameras()}, where a camera came, went, or changed its providers, and of {@link #troubles()}.
     *
     * @param listener called after each change, one call at a time, on a thread that neither steers nor reads a camera; it may block, and
     *     holds up no other listener; what it throws is logged
     * @return the registration; closing it ends it
     */
    Registration addCameraListener(Runnable listener);

    /**
     * Listens to what becomes of cameras and providers. It is told by what differs between two looks, each after a change, so that what
     * lasts for a moment only may go by unseen.
     *
     * @param listener called for each event, one call at a time, in order; it may block, and holds up no other listener; what it throws is
     *     logged
     * @return the registration; closing it ends it
     */
    Registration addEventListener(Consumer<CameraEvent> listener);

    /**
     * Listens to who is allowed or refused devices and who uses them, in all bundles.
     *
     * @param listener called for each event, one call at a time, in order; it may block, and holds up no other listener; what it throws is
     *     logged
     * @return the registration; closing it ends it
     */
    Registration addUsageListener(Consumer<UsageEvent> listener);
}
