// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/**
 * What video and audio tracks have in common: identity, life, the application's switch, events on a strand of their own, in
 * order. Thread-safe.
 */
public abstract class OwnedTrack implements MediaStreamTrack {
    private final Object naming = new Object();
    private String id =
            ""; // guarded by naming; made for whoever asks first, since random numbers cost more than a track
    private final MediaKind kind;
    private final String label;
    private final String device;
    private final TrackOwner owner;
    private final Strand events;
    private final TrackListeners listeners = new TrackListeners();
    private final AtomicReference<MediaStreamTrackState> state = new AtomicReference<>(MediaStreamTrackState.LIVE);
    private volatile boolean enabled = true;
    private volatile boolean muted;
    private volatile boolean silent; // what muted is as soon as the events before it are delivered
    private volatile Optional<String> ending = Optional.empty(); // the cause; written under the owner's lock

    /**
     * Makes a live, enabled track that belongs to nobody before {@link #begin()}.
     *
     * @param label what a person calls the device
     * @param device short name of the device
     */
    OwnedTrack(MediaKind kind, String label, String device, TrackOwner owner, Scheduler scheduler) {
        this.kind = kind;
        this.label = label;
        this.device = device;
        this.owner = owner;
        this.events = new Strand(scheduler);
    }

    @Override
    public final MediaKind kind() {
        return kind;
    }

    @Override
    public final String id() {
        synchronized (naming) {
            if (id.isEmpty()) {
                id = UUID.randomUUID().toString();
            }
            return id;
        }
    }

    @Override
    public final String label() {
        return label;
    }

    @Override
    public final boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean newEnabled) {
        enabled = newEnabled;
    }

    @Override
    public final boolean isMuted() {
        return muted;
    }

    @Override
    public final MediaStreamTrackState readyState() {
        return state.get();
    }

    @Override
    public abstract OwnedTrack clone();

    @Override
    public final Promise<Void> applyConstraints(Map<String, ?> constraints) {
        Objects.requireNonNull(constraints, "constraints");
        MediaTrackConstraints converted;
        try {
            converted = MediaTrackConstraints.fromMap(constraints, vendorProperties());
        } catch (RuntimeException refused) { // also whatever a map of the application's own throws (IDL-1)
            return refused(refused);
        }
        return applyConstraints(converted);
    }

    @Override
    public final Registration addEventListener(TrackEvent.Type type, Consumer<TrackEvent> listener) {
        return listeners.add(Objects.requireNonNull(type, "type"), Objects.requireNonNull(listener, "listener"));
    }

    /** Short name of the device. */
    public final String device() {
        return device;
    }

    /** To whom the track belongs. */
    public final TrackOwner owner() {
        return owner;
    }

    /** Whether the track has a source. */
    public final boolean isLive() {
        return state.get() == MediaStreamTrackState.LIVE;
    }

    /** The document of the track is in view again. Returns at once. */
    void shown() {}

    /** Whether the track has let go of its source, or does so at once; that it has ended may be told later (TRK-5). */
    public final boolean isEnding() {
        return ending.isPresent() || !isLive();
    }

    @Override
    public final void stop() {
        if (finish("it was stopped")) {
            letGo();
        }
    }

    /**
     * Ends the track, with an event (TRK-5). Returns at once. The source is given up before that: listeners that block hold up
     * the event, and no camera.
     */
    public void end(String cause) {
        owner.end(this, cause);
    }

    /** Gives up the source and delivers no more frames. Idempotent; returns at once. */
    abstract void letGo();

    /** Whether another track is one of the same camera or microphone. */
    abstract boolean isSameDevice(OwnedTrack other);

    /** What only this device's provider declares. */
    abstract Collection<ConstrainableProperty<?>> vendorProperties();

    /** A failed promise for the application. */
    abstract <T> Promise<T> refused(Exception failure);

    /** Makes the track its owner's, when it is complete. */
    final void begin() {
        owner.add(this);
    }

    /** Makes the track its owner's as a clone; one of an ended track belongs to nobody. */
    final void beginAsCloneOf(OwnedTrack original) {
        owner.add(this, original);
    }

    /** Notes that the track is to end; answers whether this was the call that did. Called under the owner's lock. */
    final boolean markEnding(String cause) {
        if (isEnding()) {
            return false;
        }
        ending = Optional.of(cause);
        return true;
    }

    /** Does what {@link #markEnding} has noted. */
    final void endAsMarked() {
        String cause = ending.orElseThrow();
        letGo();
        owner.release(this, cause);
        queue(() -> {
            if (finish(cause)) {
                fire(TrackEvent.Type.ENDED, cause);
            }
        });
    }

    /** Ends the state live, once; answers whether this was the call that did. */
    final boolean finish(String cause) {
        if (!state.compareAndSet(MediaStreamTrackState.LIVE, MediaStreamTrackState.ENDED)) {
            return false;
        }
        owner.remove(this, cause);
        return true;
    }

    /**
     * Copies state and switch of the track that this one is a clone of, before anybody knows it (TRK-10, TRK-11). Called under
     * the owner's lock, so that what ends the original ends the clone.
     */
    void copy(OwnedTrack original) {
        state.set(original.state.get());
        ending = original.ending;
        enabled = original.enabled;
        muted = original.muted;
        silent = original.silent;
    }

    final void muteFromTheStart() {
        muted = true;
        silent = true;
    }

    final void queue(Runnable event) {
        events.execute(event);
    }

    final void fire(TrackEvent.Type type, String cause) {
        listeners.fire(new TrackEvent(type, this, cause));
    }

    /** Notes whether the source delivers nothing, which the application is told in its turn. */
    final void tellMuted(boolean newValue, String cause) {
        boolean known = silent == newValue && muted == newValue;
        if (!known) { // as a clone, which is told anew what it has copied
            silent = newValue;
            queue(() -> setMuted(newValue, cause));
        }
    }

    /** Whether the source delivers nothing at present, for operators: listeners of the track do not hold this up. */
    public final boolean isSilent() {
        return silent;
    }

    private void setMuted(boolean newValue, String cause) {
        if (muted != newValue && isLive()) {
            muted = newValue;
            fire(newValue ? TrackEvent.Type.MUTE : TrackEvent.Type.UNMUTE, cause);
        }
    }
}
