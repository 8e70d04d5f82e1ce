// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.inventory.Microphone;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrackVideoStats;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** An audio track: settings and a life, without samples. Its settings are its own, not its microphone's. Thread-safe. */
public final class MicrophoneTrack extends OwnedTrack {
    private final Microphone microphone;
    private final MediaTrackSettings inherent;
    private final TrackParts parts;
    private volatile Applied applied;

    private MicrophoneTrack(
            Microphone microphone, TrackOwner owner, MediaTrackSettings inherent, Applied applied, TrackParts parts) {
        super(MediaKind.AUDIO, microphone.label(), microphone.name(), owner, parts.scheduler());
        this.microphone = microphone;
        this.inherent = inherent;
        this.applied = applied;
        this.parts = parts;
    }

    /**
     * Makes a track of a microphone.
     *
     * @param inherent deviceId and groupId as the document sees them
     * @throws org.mediacapture.constraint.OverconstrainedException if the microphone cannot do what is asked
     */
    public static MicrophoneTrack of(
            Microphone microphone,
            TrackOwner owner,
            MediaTrackSettings inherent,
            MediaTrackConstraints constraints,
            TrackParts parts) {
        Applied first = Applied.of(microphone, inherent, microphone.settings(), constraints);
        MicrophoneTrack track = new MicrophoneTrack(microphone, owner, inherent, first, parts);
        track.begin();
        return track;
    }

    @Override
    public MicrophoneTrack clone() {
        MicrophoneTrack clone = new MicrophoneTrack(microphone, owner(), inherent, applied, parts);
        clone.beginAsCloneOf(this);
        return clone;
    }

    @Override
    void letGo() {} // it holds no microphone open, and delivers nothing

    @Override
    public MediaTrackCapabilities getCapabilities() {
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        inherent.properties()
                .forEach(property -> capabilities.with(
                        property, Choices.of(inherent.get(property).orElseThrow())));
        return capabilities.with(microphone.capabilities()).build();
    }

    @Override
    public MediaTrackConstraints getConstraints() {
        return applied.constraints();
    }

    @Override
    public MediaTrackSettings getSettings() {
        return isLive() ? inherent.with(applied.settings()) : inherent;
    }

    @Override
    public Promise<Void> applyConstraints(MediaTrackConstraints constraints) {
        Objects.requireNonNull(constraints, "constraints");
        if (!isLive()) {
            return parts.publisher().done();
        }
        Deferred<Void> done = parts.publisher().deferred();
        queue(() -> apply(constraints, done)); // in a task, in the order of the calls (AC-2, AC-5)
        return done.getPromise();
    }

    private void apply(MediaTrackConstraints constraints, Deferred<Void> done) {
        try {
            if (isLive()) { // a stop may have overtaken it (AC-1)
                applied = Applied.of(microphone, inherent, applied.settings(), constraints);
            }
        } catch (RuntimeException failure) {
            done.fail(failure);
            return;
        }
        done.resolve(null);
    }

    @Override
    public Promise<MediaTrackSettings> readSettings() {
        return isLive()
                ? parts.publisher().resolved(getSettings())
                : refused(
                        new MediaException(ErrorName.INVALID_STATE, "the track is ended, readSettings needs it live"));
    }

    @Override
    public Optional<MediaStreamTrackVideoStats> stats() {
        return Optional.empty();
    }

    @Override
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer) {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(consumer, "consumer");
        return new NoFrames();
    }

    @Override
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer, Runnable ended) {
        Objects.requireNonNull(ended, "ended");
        return frames(options, consumer);
    }

    @Override
    boolean isSameDevice(OwnedTrack other) {
        return isOf(other, microphone.address());
    }

    /** Whether a track is one of a microphone. */
    public static boolean isOf(OwnedTrack track, String address) {
        return track instanceof MicrophoneTrack audio
                && audio.microphone.address().equals(address);
    }

    @Override
    Collection<ConstrainableProperty<?>> vendorProperties() {
        return microphone.capabilities().properties().stream()
                .filter(ConstrainableProperty::isVendor)
                .toList();
    }

    @Override
    <T> Promise<T> refused(Exception failure) {
        return parts.publisher().failed(failure);
    }

    /** A subscription to the frames of a track that has none. Immutable. */
    private record NoFrames() implements FrameSubscription {
        @Override
        public long delivered() {
            return 0;
        }

        @Override
        public long discarded() {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** Constraints that were met, and what they came to. */
    private record Applied(MediaTrackConstraints constraints, MediaTrackSettings settings) {
        static Applied of(
                Microphone microphone,
                MediaTrackSettings inherent,
                MediaTrackSettings current,
                MediaTrackConstraints constraints) {
            return new Applied(
                    constraints,
                    ConstraintSolver.selectSound(microphone.capabilities(), inherent, current, constraints)
                            .settings());
        }
    }
}
