// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.constraint.MediaKind;

/**
 * A document as its tracks see it: they belong to it and end with it (TRK-9). It tells when it begins and ceases to use a device
 * (PERM-5). Thread-safe. Usage is told while the lock is held, so that it is told in order: who is told only takes note.
 */
public final class TrackOwner {
    private final String bundle;
    private final String origin;
    private final Consumer<UsageEvent> usage;
    private final List<OwnedTrack> tracks = new ArrayList<>(); // the live ones; guarded by this
    private final List<OwnedTrack> using = new ArrayList<>(); // those of them with a source; guarded by this
    private boolean closed; // guarded by this
    private volatile boolean hidden;

    /**
     * Makes an owner without tracks.
     *
     * @param bundle symbolic name of the bundle that uses cameras
     * @param origin for whom it does: itself, or an origin that it speaks for
     * @param usage who is told; returns at once, calls nobody
     */
    public TrackOwner(String bundle, String origin, Consumer<UsageEvent> usage) {
        this.bundle = bundle;
        this.origin = origin;
        this.usage = usage;
    }

    /** Symbolic name of the bundle. */
    public String bundle() {
        return bundle;
    }

    /** The origin. */
    public String origin() {
        return origin;
    }

    /** The live tracks, the oldest first. */
    public synchronized List<OwnedTrack> tracks() {
        return List.copyOf(tracks);
    }

    /** Whether it was closed. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Whether nobody sees it (PTZ-5). */
    public boolean isHidden() {
        return hidden;
    }

    /** Hides or shows it; a camera that was not opened again while it was hidden is opened then (TRK-13). */
    public void hide(boolean newHidden) {
        hidden = newHidden;
        if (!newHidden) {
            tracks().forEach(OwnedTrack::shown);
        }
    }

    /** Ends all tracks, without events, and every one that still comes. */
    public void close() {
        List<OwnedTrack> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(tracks);
        }
        ending.forEach(OwnedTrack::stop);
    }

    /** Ends all tracks, with events, and every one that still comes, without. */
    public void shutDown(String cause) {
        List<OwnedTrack> ending;
        synchronized (this) {
            closed = true;
            ending = mark(track -> true, cause);
        }
        ending.forEach(OwnedTrack::endAsMarked);
    }

    /**
     * Ends some tracks, with events, and every clone that is on its way.
     *
     * @param which a plain predicate, called under the lock
     */
    public void end(Predicate<OwnedTrack> which, String cause) {
        List<OwnedTrack> ending;
        synchronized (this) {
            ending = mark(which, cause);
        }
        ending.forEach(OwnedTrack::endAsMarked);
    }

    /**
     * Ends the tracks of a kind whose permission was taken back, and tells so if there is one that does not end already (TRK-12).
     *
     * @param permission in words
     */
    public void revoke(MediaKind kind, String permission, String cause) {
        List<OwnedTrack> ending;
        synchronized (this) {
            ending = mark(track -> track.kind() == kind, cause);
            if (!ending.isEmpty()) {
                tellRevoked(permission, cause);
            }
        }
        ending.forEach(OwnedTrack::endAsMarked);
    }

    /** Lets no track pan, tilt and zoom any more, and tells so if one could (PTZ-2). */
    public synchronized void revokePanTiltZoom(String permission, String cause) {
        long moved = tracks.stream()
                .filter(track ->
                        track instanceof CameraTrack camera && !camera.isEnding() && camera.forbidPanTiltZoom())
                .count();
        if (moved > 0) {
            tellRevoked(permission, cause);
        }
    }

    void end(OwnedTrack track, String cause) {
        boolean first;
        synchronized (this) {
            first = track.markEnding(cause);
        }
        if (first) {
            track.endAsMarked();
        }
    }

    void add(OwnedTrack track) {
        boolean late;
        synchronized (this) {
            late = closed;
            take(track);
        }
        if (late) {
            track.stop(); // it was on its way when the document was closed
        }
    }

    /** Adds a clone. What befalls the original befalls it too, whether that comes before or after this (TRK-10, TRK-12). */
    void add(OwnedTrack clone, OwnedTrack original) {
        boolean late;
        boolean ending;
        synchronized (this) {
            clone.copy(original);
            if (!clone.isLive()) {
                return;
            }
            late = closed;
            ending = clone.isEnding();
            if (ending) {
                tracks.add(clone);
            } else {
                take(clone);
            }
        }
        if (late) {
            clone.stop();
        } else if (ending) {
            clone.endAsMarked();
        }
    }

    /** A track gives up its source, and may be live for a while. */
    synchronized void release(OwnedTrack track, String cause) {
        if (using.remove(track) && !isUsed(track)) {
            tell(UsageEvent.Type.STOPPED, track, cause);
        }
    }

    /** A track has ended. */
    synchronized void remove(OwnedTrack track, String cause) {
        tracks.remove(track);
        release(track, cause);
    }

    private void take(OwnedTrack track) {
        boolean first = !isUsed(track);
        tracks.add(track);
        using.add(track);
        if (first) {
            tell(UsageEvent.Type.STARTED, track, "");
        }
    }

    /** Whether a track with a source is one of the same device. */
    private boolean isUsed(OwnedTrack track) {
        for (OwnedTrack other : using) { // no stream: this is asked with each clone
            if (other.isSameDevice(track)) {
                return true;
            }
        }
        return false;
    }

    private List<OwnedTrack> mark(Predicate<OwnedTrack> which, String cause) {
        return tracks.stream()
                .filter(which)
                .filter(track -> track.markEnding(cause))
                .toList();
    }

    private void tellRevoked(String permission, String cause) {
        usage.accept(new UsageEvent(UsageEvent.Type.REVOKED, bundle, origin, permission, cause));
    }

    private void tell(UsageEvent.Type type, OwnedTrack track, String cause) {
        usage.accept(new UsageEvent(type, bundle, origin, track.device(), cause));
    }
}
