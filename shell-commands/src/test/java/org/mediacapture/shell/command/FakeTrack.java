// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.MediaStreamTrackVideoStats;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** A track without pictures, whose settings follow bare and required values. Thread-safe. */
final class FakeTrack implements MediaStreamTrack {
    private final MediaKind kind;
    private final String id;
    private final String label;
    final Map<TrackEvent.Type, List<Consumer<TrackEvent>>> listeners = new ConcurrentHashMap<>();
    final List<FakeTrack> clones = new CopyOnWriteArrayList<>();
    volatile Optional<MediaTrackSettings> chosen = Optional.empty();
    private volatile boolean enabled = true;
    volatile boolean muted;
    volatile MediaTrackCapabilities capabilities = MediaTrackCapabilities.empty();
    volatile MediaTrackSettings settings;
    volatile MediaTrackConstraints constraints = MediaTrackConstraints.none();
    volatile RuntimeException applyFailure;
    private volatile MediaStreamTrackState state = MediaStreamTrackState.LIVE;

    FakeTrack(MediaKind kind, String id, String label, MediaTrackSettings settings) {
        this.kind = kind;
        this.id = id;
        this.label = label;
        this.settings = settings;
    }

    @Override
    public MediaKind kind() {
        return kind;
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
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean switched) {
        enabled = switched;
    }

    @Override
    public boolean isMuted() {
        return muted;
    }

    @Override
    public MediaStreamTrackState readyState() {
        return state;
    }

    @Override
    public void stop() {
        state = MediaStreamTrackState.ENDED;
    }

    @Override
    public FakeTrack clone() {
        FakeTrack clone = new FakeTrack(kind, id + "-" + (clones.size() + 1), label, settings);
        clone.capabilities = capabilities;
        clone.constraints = constraints;
        clone.applyFailure = applyFailure;
        clone.state = state;
        clones.add(clone);
        return clone;
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

    @Override
    public Promise<Void> applyConstraints(Map<String, ?> wanted) {
        return applyConstraints(MediaTrackConstraints.fromMap(wanted));
    }

    @Override
    public Promise<MediaTrackSettings> readSettings() {
        return chosen.map(others -> Promises.resolved(settings.with(others)))
                .orElseGet(() -> Promises.failed(new MediaException(ErrorName.OPERATION, label + " does not answer")));
    }

    @Override
    public Optional<MediaStreamTrackVideoStats> stats() {
        return kind == MediaKind.VIDEO ? Optional.of(new MediaStreamTrackVideoStats(90, 30, 121)) : Optional.empty();
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
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer, Runnable ended) {
        return frames(options, consumer);
    }

    @Override
    public Registration addEventListener(TrackEvent.Type type, Consumer<TrackEvent> listener) {
        listeners.computeIfAbsent(type, each -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.get(type).remove(listener);
    }

    void tell(TrackEvent.Type type, String cause) {
        listeners.getOrDefault(type, List.of()).forEach(listener -> listener.accept(new TrackEvent(type, this, cause)));
    }

    /** How many listeners there are for all types together. */
    int listening() {
        return listeners.values().stream().mapToInt(List::size).sum();
    }
}
