// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.VideoFacingModeEnum;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.SourceView;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.OwnedTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.Registration;
import org.osgi.util.promise.Promise;

/** The operator's view, with the device ids of the bundle that looks. Thread-safe. */
public final class OriginAdmin implements CameraAdmin {
    private final String origin;
    private final CameraInventory inventory;
    private final Supplier<List<ProviderTroubleStatus>> troubles;
    private final DeviceIds ids;
    private final Supplier<Collection<TrackOwner>> owners;
    private final AdminEvents events;
    private final Publisher publisher;

    /** Makes the view of an origin over the cameras and the tracks of all origins. */
    public OriginAdmin(
            String origin,
            CameraInventory inventory,
            Supplier<List<ProviderTroubleStatus>> troubles,
            DeviceIds ids,
            Supplier<Collection<TrackOwner>> owners,
            AdminEvents events,
            Publisher publisher) {
        this.origin = origin;
        this.inventory = inventory;
        this.troubles = troubles;
        this.ids = ids;
        this.owners = owners;
        this.events = events;
        this.publisher = publisher;
    }

    @Override
    public List<CameraStatus> cameras() {
        return cameras(inventory, camera -> ids.deviceId(origin, camera.identity()));
    }

    /** The cameras, each by the id that somebody knows it by. */
    public static List<CameraStatus> cameras(CameraInventory inventory, Function<Camera, String> deviceIds) {
        return inventory.cameras().stream()
                .map(camera -> status(camera, deviceIds.apply(camera)))
                .toList();
    }

    @Override
    public List<ProviderTroubleStatus> troubles() {
        return troubles.get();
    }

    @Override
    public List<TrackStatus> tracks() {
        return owners.get().stream()
                .flatMap(holder -> holder.tracks().stream())
                .map(OriginAdmin::status)
                .toList();
    }

    @Override
    public List<CameraStatistics> statistics() {
        List<CameraTrack> tracks = owners.get().stream()
                .flatMap(holder -> holder.tracks().stream())
                .filter(CameraTrack.class::isInstance)
                .map(CameraTrack.class::cast)
                .toList();
        return inventory.cameras().stream()
                .map(camera -> statistics(camera, tracks))
                .toList();
    }

    @Override
    public Promise<Void> swap(String camera, String provider) {
        Objects.requireNonNull(provider, "provider");
        Optional<Camera> meant = named(Objects.requireNonNull(camera, "camera"));
        return meant.map(found -> publisher.publish(found.source().swap(provider)))
                .orElseGet(() -> publisher.failed(notFound(camera)));
    }

    private Optional<Camera> named(String camera) {
        return inventory.cameras().stream()
                .filter(candidate -> candidate.name().equals(camera)
                        || ids.deviceId(origin, candidate.identity()).equals(camera))
                .findFirst();
    }

    private MediaException notFound(String camera) {
        String names = inventory.cameras().stream().map(Camera::name).collect(Collectors.joining(", "));
        return new MediaException(
                ErrorName.NOT_FOUND,
                "there is no camera \"" + camera + "\"; " + (names.isEmpty() ? "there is none" : "there is " + names));
    }

    @Override
    public Registration addCameraListener(Runnable listener) {
        return events.addCameraListener(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public Registration addEventListener(Consumer<CameraEvent> listener) {
        return events.addEventListener(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public Registration addUsageListener(Consumer<UsageEvent> listener) {
        return events.addUsageListener(Objects.requireNonNull(listener, "listener"));
    }

    private static CameraStatus status(Camera camera, String deviceId) {
        SourceView view = camera.source().view();
        return new CameraStatus(
                deviceId,
                camera.name(),
                camera.label(),
                camera.address(),
                view.state(),
                view.cause(),
                camera.offers().stream()
                        .map(offer -> status(offer, view.inUse()))
                        .toList(),
                camera.facing().map(VideoFacingModeEnum::value).orElse(""));
    }

    private static CameraStatistics statistics(Camera camera, List<CameraTrack> tracks) {
        return new CameraStatistics(
                camera.name(),
                camera.source().view().state(),
                camera.source().statistics(),
                tracks.stream()
                        .filter(track -> track.source() == camera.source())
                        .map(CameraTrack::statistics)
                        .toList());
    }

    private static ProviderStatus status(Offer offer, Optional<Offer> inUse) {
        return new ProviderStatus(
                offer.description().provider(),
                offer.description().bundle(),
                offer.description().ranking(),
                inUse.filter(used -> used == offer).isPresent(),
                offer.trouble(),
                offer.isUsable() && !offer.isReplaced(),
                offer.abandonedCalls());
    }

    private static TrackStatus status(OwnedTrack track) {
        Optional<CameraTrack> video = track instanceof CameraTrack camera ? Optional.of(camera) : Optional.empty();
        return new TrackStatus(
                track.id(),
                track.kind(),
                track.device(),
                track.owner().bundle(),
                track.owner().origin(),
                track.readyState(),
                track.isEnabled(),
                track.isSilent(),
                track.getSettings(),
                video.map(CameraTrack::delivered).orElse(0L),
                video.map(CameraTrack::discarded).orElse(0L));
    }
}
