// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.function.Consumer;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** A track without pictures, whose settings follow bare and required values. Thread-safe. */
final class FakeTrack implements MediaStreamTrack {
    private final String id;
    private final String label;
    volatile MediaTrackCapabilities capabilities = MediaTrackCapabilities.empty();
    volatile MediaTrackSettings settings;
    volatile MediaTrackConstraints constraints = MediaTrackConstraints.none();
    volatile RuntimeException applyFailure;
    private volatile MediaStreamTrackState state = MediaStreamTrackState.LIVE;

    FakeTrack(String id, String label, MediaTrackSettings settings) {
        this.id = id;
        this.label = label;
        this.settings = settings;
    }

    @Override
    public MediaKind kind() {
        return MediaKind.VIDEO;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean isMuted() {
        return false;
    }

    @Override
    public MediaStreamTrackState readyState() {
        return state;
    }

    @Override
    public void stop() {
        state = MediaStreamTrackState.ENDED;
    }

    boolean isStopped() {
        return state == MediaStreamTrackState.ENDED;
    }

    @Override
    public MediaTrackCapabilities getCapabilities() {
        return capabilities;
    }

    @Override
    public MediaTrackConstraints getConstraints() {
        return constraints;
    }

    @Override
    public MediaTrackSettings getSettings() {
        return settings;
    }

    @Override
    public Promise<Void> applyConstraints(MediaTrackConstraints wanted) {
        if (applyFailure != null) {
            return Promises.failed(applyFailure);
        }
        constraints = wanted;
        MediaTrackSettings.Builder changed = MediaTrackSettings.builder();
        wanted.basic().properties().forEach(property -> take(changed, wanted, property));
        settings = settings.with(changed.build());
        return Promises.resolved(null);
    }

    private static <T> void take(
            MediaTrackSettings.Builder changed, MediaTrackConstraints wanted, ConstrainableProperty<T> property) {
        wanted.basic().get(property).ifPresent(constraint -> {
            constraint.bare().stream().findFirst().ifPresent(value -> changed.with(property, value));
            constraint.exact().stream().findFirst().ifPresent(value -> changed.with(property, value));
        });
    }

    @Override
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer) {
        throw new UnsupportedOperationException("no command reads frames");
    }

    @Override
    public Registration addEventListener(TrackEvent.Type type, Consumer<TrackEvent> listener) {
        throw new UnsupportedOperationException("no command listens to events");
    }
}
