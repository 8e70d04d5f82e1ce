// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mediacapture.core.frame.FrameFanout;

/** The tracks of a camera, the oldest first, and whether they are muted. Readable anywhere; changes are confined to the strand. */
final class SourceTracks {
    private final FrameFanout fanout;
    private volatile List<SourceTrack> tracks = List.of();
    private boolean muted;

    SourceTracks(FrameFanout fanout) {
        this.fanout = fanout;
    }

    /** A snapshot. */
    List<SourceTrack> all() {
        return tracks;
    }

    boolean isEmpty() {
        return tracks.isEmpty();
    }

    boolean contains(SourceTrack track) {
        return tracks.contains(track);
    }

    /** Whether somebody wants pictures (TRK-13). */
    boolean anyEnabled() {
        List<SourceTrack> present = tracks;
        boolean any = false;
        for (int index = 0; index < present.size() && !any; index++) { // no stream: this is asked after each photo
            any = present.get(index).isEnabled();
        }
        return any;
    }

    /** Whether somebody wants pictures and may see them (TRK-13). */
    boolean anyShown() {
        return tracks.stream().anyMatch(track -> track.isEnabled() && track.isShown());
    }

    /** Whether the camera delivers nothing at present, so that a new track begins muted (TRK-1). */
    boolean isMuted() {
        return muted && !tracks.isEmpty();
    }

    void add(SourceTrack track) {
        List<SourceTrack> more = new ArrayList<>(tracks.size() + 1);
        more.addAll(tracks);
        more.add(track);
        tracks = List.copyOf(more);
        fanout.addTrack(track.feed());
    }

    void remove(SourceTrack track) {
        tracks = others(track);
        fanout.removeTrack(track.feed());
    }

    /** All tracks but one. */
    List<SourceTrack> others(SourceTrack track) {
        List<SourceTrack> others = new ArrayList<>(tracks);
        others.remove(track);
        return List.copyOf(others);
    }

    /** Takes all tracks away, one after the other. */
    void removeAll(Consumer<SourceTrack> removed) {
        List<SourceTrack> ending = tracks;
        ending.forEach(this::remove);
        ending.forEach(removed);
        muted = false;
    }

    /** Tells a track that has joined what the others were told. */
    void tellWhetherMuted(SourceTrack joined) {
        if (muted) {
            joined.mute("the camera delivers no pictures");
        } else {
            joined.unmute("the camera delivers");
        }
    }

    void mute(String cause) {
        muted = true;
        tracks.forEach(track -> track.mute(cause));
    }

    void unmute(String cause) {
        muted = false;
        tracks.forEach(track -> track.unmute(cause));
    }
}
