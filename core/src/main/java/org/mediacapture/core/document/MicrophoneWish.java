// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.core.inventory.Microphone;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.track.MicrophoneTrack;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.PermissionDescriptor;
import org.osgi.util.promise.Promise;

/** The sound that one getUserMedia asks for. Confined to the request that made it. */
final class MicrophoneWish implements Wish {
    private final Surroundings surroundings;
    private final TrackOwner owner;
    private final DeviceList devices;
    private final MediaTrackConstraints constraints;
    private List<Microphone> candidates = List.of();

    MicrophoneWish(Surroundings surroundings, TrackOwner owner, DeviceList devices, MediaTrackConstraints constraints) {
        this.surroundings = surroundings;
        this.owner = owner;
        this.devices = devices;
        this.constraints = OwnConstraints.of(constraints, MediaKind.AUDIO);
    }

    @Override
    public MediaKind kind() {
        return MediaKind.AUDIO;
    }

    @Override
    public void select() {
        List<Microphone> microphones = surroundings.microphones().microphones();
        if (microphones.isEmpty()) {
            throw new MediaException(ErrorName.NOT_FOUND, "there is no microphone");
        }
        candidates = CameraCandidates.bestFirst(
                microphones,
                constraints,
                (microphone, asked) -> ConstraintSolver.selectSound(
                                microphone.capabilities(), devices.inherent(microphone), microphone.settings(), asked)
                        .distance());
    }

    @Override
    public Set<PermissionDescriptor> permissions() {
        return Set.of(PermissionDescriptor.MICROPHONE);
    }

    @Override
    public boolean isInUse() {
        return candidates.stream().anyMatch(this::isUsed);
    }

    @Override
    public void keepInUse() {
        candidates = candidates.stream().filter(this::isUsed).toList();
    }

    private boolean isUsed(Microphone microphone) {
        return owner.tracks().stream()
                .anyMatch(track -> !track.isEnding() && MicrophoneTrack.isOf(track, microphone.address()));
    }

    @Override
    public Promise<MicrophoneTrack> open(boolean panTiltZoom, Supplier<Optional<MediaException>> refusal) {
        for (Microphone microphone : candidates) {
            MicrophoneTrack track = MicrophoneTrack.of(
                    microphone, owner, devices.inherent(microphone), constraints, surroundings.parts());
            if (isThere(microphone)) {
                return surroundings.parts().publisher().resolved(track);
            }
            track.stop(); // nobody would end it any more
        }
        return surroundings
                .parts()
                .publisher()
                .failed(new MediaException(
                        ErrorName.NOT_READABLE, candidates.get(0).name() + ": the microphone went away"));
    }

    private boolean isThere(Microphone microphone) {
        return surroundings.microphones().microphones().stream()
                .anyMatch(present -> present.address().equals(microphone.address()));
    }
}
