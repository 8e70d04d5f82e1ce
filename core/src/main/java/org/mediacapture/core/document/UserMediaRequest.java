// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.permission.PendingAnswer;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.permission.Requester;
import org.mediacapture.core.track.OwnedTrack;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.core.track.TrackStream;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Deferred;

/**
 * One getUserMedia on its way, in the order of the specification: policy, devices, constraints, permission, exposure, opening
 * (GUM-3 to GUM-18). Its steps follow one another, on changing threads; whichever fails, the result does.
 */
final class UserMediaRequest {
    private final Permissions permissions;
    private final TrackOwner owner;
    private final Exposure exposure;
    private final Requester requester;
    private final Consent consent;
    private final Discretion discretion;
    private final DeviceList devices;
    private final List<Wish> wishes;
    private final Revocation revocation;
    private final Deferred<MediaStream> result;
    private volatile Optional<PendingAnswer> awaited = Optional.empty();

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
        this.requester = new Requester(owner.bundle(), owner.origin());
        List<MediaKind> kinds = wishes.stream().map(Wish::kind).toList();
        this.consent = new Consent(permissions, requester, kinds);
        this.discretion = new Discretion(consent, exposure, kinds);
        this.devices = devices;
        this.wishes = List.copyOf(wishes);
        this.revocation = revocation;
        this.result = result;
    }

    void start() {
        attempt(() -> {
            requireOpen();
            consent.requirePolicy();
            select();
            requestPermission(Map.of());
        });
    }

    /** Waits for nobody's answer any more; the request fails on its way. Returns at once. */
    void documentClosed() {
        awaited.ifPresent(pending -> pending.withdrawal().accept("the document was closed"));
    }

    /** What is thrown settles the request, since nobody else would. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (MediaException refused) {
            result.fail(refused);
        } catch (Throwable failure) { // also what is checked and was not declared
            result.fail(new MediaException(ErrorName.ABORT, "getUserMedia failed: " + failure, failure));
        }
    }

    private void requireOpen() {
        if (owner.isClosed()) {
            throw new MediaException(ErrorName.INVALID_STATE, owner.origin() + ": the document is closed");
        }
    }

    private void select() {
        try {
            wishes.forEach(Wish::select);
        } catch (MediaException failure) {
            throw discretion.disguised(failure);
        }
    }

    /** Asks for what was neither answered nor is in use. What is in use may end while somebody is asked; then it is asked for too. */
    private void requestPermission(Map<PermissionDescriptor, PermissionState> answered) {
        consent.requireUndenied();
        Set<PermissionDescriptor> needed = needed(answered.keySet());
        if (needed.isEmpty()) {
            open(answered.get(PermissionDescriptor.CAMERA_PAN_TILT_ZOOM) == PermissionState.GRANTED
                    || devices.isPanTiltZoomGranted());
            return;
        }
        boolean takesTime = needed.stream()
                .anyMatch(permission -> permissions.query(owner.origin(), permission) == PermissionState.PROMPT);
        PendingAnswer pending = permissions.request(requester, needed);
        awaited = Optional.of(pending);
        if (owner.isClosed()) {
            documentClosed(); // while we asked, so that nobody else withdraws it
        }
        pending.promise()
                .onSuccess(answers -> attempt(() -> {
                    Map<PermissionDescriptor, PermissionState> all = new HashMap<>(answered);
                    all.putAll(answers);
                    answered(all, takesTime);
                }))
                .onFailure(result::fail);
    }

    private Set<PermissionDescriptor> needed(Set<PermissionDescriptor> answered) {
        Set<PermissionDescriptor> needed = new HashSet<>();
        for (Wish wish : wishes) {
            PermissionDescriptor permission = Exposure.descriptor(wish.kind());
            needed.addAll(wish.permissions());
            if (!answered.contains(permission) && wish.isInUse()) {
                needed.remove(permission);
                if (!exposure.isGranted(wish.kind())) {
                    wish.keepInUse(); // no other device was ever granted
                }
            }
        }
        needed.removeAll(answered);
        return needed;
    }

    private void answered(Map<PermissionDescriptor, PermissionState> answers, boolean tookTime) {
        requireOpen();
        consent.requireGranted(answers);
        if (tookTime) {
            selectAgain();
        }
        requestPermission(answers);
    }

    /** Devices may have come and gone while somebody was asked (GUM-20). */
    private void selectAgain() {
        try {
            wishes.forEach(Wish::select);
        } catch (MediaException gone) {
            throw new MediaException(
                    ErrorName.NOT_READABLE,
                    "the devices changed while permission was asked: " + gone.getMessage(),
                    gone);
        }
    }

    private void open(boolean panTiltZoom) {
        exposure.captures(wishes.stream().map(Wish::kind).collect(Collectors.toSet()));
        openNext(new ArrayList<>(), panTiltZoom);
    }

    /** Opens the kinds one after the other; one that fails takes along what was opened before. */
    private void openNext(List<OwnedTrack> tracks, boolean panTiltZoom) {
        try {
            if (tracks.size() == wishes.size()) {
                finish(tracks);
                return;
            }
            wishes.get(tracks.size())
                    .open(panTiltZoom, consent::refusal)
                    .onSuccess(track -> {
                        tracks.add(track);
                        attempt(() -> openNext(tracks, panTiltZoom));
                    })
                    .onFailure(failure -> {
                        tracks.forEach(OwnedTrack::stop);
                        result.fail(failure);
                    });
        } catch (Throwable failure) {
            tracks.forEach(OwnedTrack::stop);
            throw failure;
        }
    }

    /** Hands the tracks over, unless what happened while they were opened forbids them; from now on events tell that. */
    private void finish(List<OwnedTrack> tracks) {
        requireOpen();
        consent.requireUndenied();
        revocation.apply(); // the permission to move a camera may be gone too
        tracks.stream().filter(OwnedTrack::isEnding).findFirst().ifPresent(gone -> {
            throw new MediaException(ErrorName.NOT_READABLE, gone.device() + ": it went while the stream was made");
        });
        result.resolve(new TrackStream(tracks));
    }
}
