// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.SourceTrack;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** A video track. Thread-safe; its events run on a strand of its own, in order. */
public final class CameraTrack implements MediaStreamTrack, SourceTrack {
    private final String id = UUID.randomUUID().toString();
    private final String label;
    private final String camera;
    private final Origin origin;
    private final CameraSource source;
    private final MediaTrackSettings inherent;
    private final Publisher publisher;
    private final TrackFeed feed;
    private final Strand events;
    private final TrackListeners listeners = new TrackListeners();
    private final AtomicReference<MediaStreamTrackState> state = new AtomicReference<>(MediaStreamTrackState.LIVE);

    private volatile MediaTrackConstraints constraints;
    private volatile MediaTrackCapabilities lastCapabilities = MediaTrackCapabilities.empty();
    private volatile boolean muted;
    private volatile Promise<Void> lastApplied;

    CameraTrack(
            String label,
            String camera,
            Origin origin,
            CameraSource source,
            MediaTrackSettings inherent,
            MediaTrackConstraints constraints,
            Scheduler scheduler,
            Publisher publisher) {
        this.label = label;
        this.camera = camera;
        this.origin = origin;
        this.source = source;
        this.inherent = inherent;
        this.constraints = constraints;
        this.publisher = publisher;
        this.feed = new TrackFeed(scheduler);
        this.events = new Strand(scheduler);
        this.lastApplied = publisher.resolved(null);
        origin.add(this);
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
        return muted;
    }

    @Override
    public MediaStreamTrackState readyState() {
        return state.get();
    }

    @Override
    public void stop() {
        if (finish()) {
            source.detach(this);
        }
    }

    @Override
    public MediaTrackCapabilities getCapabilities() {
        return isLive() ? source.view().space(inherent).capabilities() : lastCapabilities;
    }

    @Override
    public MediaTrackConstraints getConstraints() {
        return constraints;
    }

    @Override
    public MediaTrackSettings getSettings() {
        return isLive() ? source.view().settings(inherent) : inherent;
    }

    @Override
    public Promise<Void> applyConstraints(MediaTrackConstraints wanted) {
        Objects.requireNonNull(wanted, "constraints");
        if (!isLive()) {
            return publisher.resolved(null);
        }
        Promise<Void> applied = publisher.publish(
                source.reconfigure(this, wanted).recover(failed -> resolvedIfEnded(failed.getFailure())));
        lastApplied = applied;
        return applied;
    }

    @Override
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer) {
        return frames(options, consumer, () -> {});
    }

    /** Subscribes to frames, and to the end of the track. */
    public FrameSubscription frames(FrameOptions options, Consumer<VideoFrame> consumer, Runnable onEnd) {
        return feed.subscribe(
                Objects.requireNonNull(options, "options"), Objects.requireNonNull(consumer, "consumer"), onEnd);
    }

    @Override
    public Registration addEventListener(TrackEvent.Type type, Consumer<TrackEvent> listener) {
        return listeners.add(Objects.requireNonNull(type, "type"), Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public MediaTrackSettings inherent() {
        return inherent;
    }

    @Override
    public FrameReceiver feed() {
        return feed;
    }

    @Override
    public void constrained(MediaTrackConstraints met) {
        constraints = met;
    }

    @Override
    public void mute(String cause) {
        events.execute(() -> setMuted(true, TrackEvent.Type.MUTE, cause));
    }

    @Override
    public void unmute(String cause) {
        events.execute(() -> setMuted(false, TrackEvent.Type.UNMUTE, cause));
    }

    @Override
    public void configurationChanged(String cause) {
        events.execute(() -> {
            if (isLive()) {
                listeners.fire(new TrackEvent(TrackEvent.Type.CONFIGURATION_CHANGE, this, cause));
            }
        });
    }

    @Override
    public void end(String cause) {
        events.execute(() -> {
            if (finish()) {
                listeners.fire(new TrackEvent(TrackEvent.Type.ENDED, this, cause));
            }
        });
    }

    /** Short name of the camera. */
    public String camera() {
        return camera;
    }

    /** Who holds the track. */
    public Origin origin() {
        return origin;
    }

    /** The camera behind the track. */
    public CameraSource source() {
        return source;
    }

    /** Frames handed to consumers so far. */
    public long delivered() {
        return feed.delivered();
    }

    /** Frames that consumers were too slow for. */
    public long discarded() {
        return feed.discarded();
    }

    /** Whether the track has a source. */
    public boolean isLive() {
        return state.get() == MediaStreamTrackState.LIVE;
    }

    /** Resolved when all that was asked of the track so far has been applied, or has failed. */
    public Promise<Void> settled() {
        return lastApplied.recover(failed -> null);
    }

    /** An application of constraints that was overtaken by the track's end did nothing and is no failure (AC-1). */
    private Void resolvedIfEnded(Throwable failure) throws Exception {
        if (isLive()) {
            throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
        }
        return null;
    }

    private boolean finish() {
        MediaTrackCapabilities capabilities = source.view().space(inherent).capabilities();
        if (!state.compareAndSet(MediaStreamTrackState.LIVE, MediaStreamTrackState.ENDED)) {
            return false;
        }
        lastCapabilities = capabilities;
        feed.end();
        origin.remove(this);
        return true;
    }

    private void setMuted(boolean newValue, TrackEvent.Type type, String cause) {
        if (muted != newValue && isLive()) {
            muted = newValue;
            listeners.fire(new TrackEvent(type, this, cause));
        }
    }
}
