// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.permission.Requester;
import org.mediacapture.core.track.OwnedTrack;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.core.track.TrackStream;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionName;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/**
 * One getUserMedia on its way, in the order of the specification: policy, devices, constraints, permission, exposure, opening
 * (GUM-3 to GUM-18). Its steps follow one another, on changing threads.
 */
final class UserMediaRequest {
    private final Permissions permissions;
    private final TrackOwner owner;
    private final Exposure exposure;
    private final DeviceList devices;
    private final List<Wish> wishes;
    private final Revocation revocation;
    private final Deferred<MediaStream> result;

    /**
     * Makes a request.
     *
     * @param revocation looks after tracks whose permission is gone
     * @param wishes one for each kind that is asked for, at least one
     * @param result is resolved with the stream, or failed
     */
    UserMediaRequest(
            Permissions permissions,
            TrackOwner owner,
            Exposure exposure,
            DeviceList devices,
            List<Wish> wishes,
            Revocation revocation,
            Deferred<MediaStream> result) {
        this.permissions = permissions;
        this.owner = owner;
        this.exposure = exposure;
        this.devices = devices;
        this.wishes = List.copyOf(wishes);
        this.revocation = revocation;
        this.result = result;
    }

    void start() {
        try {
            requireOpen();
            wishes.forEach(this::requirePolicy);
            wishes.forEach(this::select);
            requestPermission();
        } catch (MediaException refused) {
            result.fail(refused);
        }
    }

    private void requireOpen() {
        if (owner.isClosed()) {
            throw new MediaException(ErrorName.INVALID_STATE, owner.origin() + ": the document is closed");
        }
    }

    private void requirePolicy(Wish wish) {
        if (!permissions.allowedToUse(owner.origin(), permission(wish).name())) {
            throw notAllowed(permission(wish).name());
        }
    }

    private void select(Wish wish) {
        if (!wish.hasDevices()) {
            throw disguised(new MediaException(
                    ErrorName.NOT_FOUND,
                    "there is no " + permission(wish).name().value()));
        }
        try {
            wish.select();
        } catch (OverconstrainedException failure) {
            throw disguised(discreet(failure));
        }
    }

    /** A failure that tells about devices is not for who is denied them (GUM-16). */
    private MediaException disguised(MediaException failure) {
        return wishes.stream()
                .map(wish -> permission(wish).name())
                .filter(name -> query(descriptor(name)) == PermissionState.DENIED)
                .findFirst()
                .map(this::notAllowed)
                .orElse(failure);
    }

    /** The name of the constraint is told to who may know devices, or may use them anyway (GUM-17, GUM-18). */
    private OverconstrainedException discreet(OverconstrainedException failure) {
        boolean mayKnow = exposure.isAnyExposed()
                || wishes.stream().allMatch(wish -> query(permission(wish)) == PermissionState.GRANTED);
        return mayKnow ? failure : new OverconstrainedException("", "no device meets the constraints");
    }

    private void requestPermission() {
        Set<PermissionDescriptor> needed = new HashSet<>();
        for (Wish wish : wishes) {
            if (query(permission(wish)) == PermissionState.DENIED) {
                throw notAllowed(permission(wish).name());
            }
            needed.addAll(wish.permissions());
            if (wish.isInUse()) {
                needed.remove(permission(wish));
            }
        }
        if (needed.isEmpty()) {
            open(Map.of());
        } else {
            permissions
                    .request(new Requester(owner.bundle(), owner.origin()), needed)
                    .onSuccess(this::open)
                    .onFailure(result::fail);
        }
    }

    private void open(Map<PermissionDescriptor, PermissionState> answers) {
        Optional<PermissionName> refused = wishes.stream()
                .map(this::permission)
                .filter(asked -> answers.getOrDefault(asked, PermissionState.GRANTED) != PermissionState.GRANTED)
                .map(PermissionDescriptor::name)
                .findFirst();
        if (refused.isPresent()) {
            result.fail(notAllowed(refused.get()));
            return;
        }
        boolean panTiltZoom = answers.get(PermissionDescriptor.CAMERA_PAN_TILT_ZOOM) == PermissionState.GRANTED
                || devices.isPanTiltZoomGranted();
        exposure.captures(wishes.stream().map(Wish::kind).collect(Collectors.toSet()));
        openNext(new ArrayList<>(), panTiltZoom);
    }

    /** Opens the kinds one after the other; one that fails takes along what was opened before. */
    private void openNext(List<OwnedTrack> tracks, boolean panTiltZoom) {
        if (tracks.size() == wishes.size()) {
            result.resolve(new TrackStream(tracks));
            revocation.apply(); // what was granted may have been taken back while the devices were opened
            return;
        }
        Promise<? extends OwnedTrack> opening = wishes.get(tracks.size()).open(panTiltZoom);
        opening.onSuccess(track -> {
                    tracks.add(track);
                    openNext(tracks, panTiltZoom);
                })
                .onFailure(failure -> {
                    tracks.forEach(OwnedTrack::stop);
                    result.fail(failure instanceof OverconstrainedException late ? discreet(late) : failure);
                });
    }

    private PermissionState query(PermissionDescriptor permission) {
        return permissions.query(owner.origin(), permission);
    }

    private PermissionDescriptor permission(Wish wish) {
        return Exposure.descriptor(wish.kind());
    }

    private static PermissionDescriptor descriptor(PermissionName name) {
        return Exposure.descriptor(name == PermissionName.CAMERA ? MediaKind.VIDEO : MediaKind.AUDIO);
    }

    private MediaException notAllowed(PermissionName name) {
        return new MediaException(
                ErrorName.NOT_ALLOWED,
                owner.origin() + " may not use the " + name.value() + "; the permission rules of the configuration "
                        + "org.mediacapture.core, or the permission controller, decide");
    }
}
