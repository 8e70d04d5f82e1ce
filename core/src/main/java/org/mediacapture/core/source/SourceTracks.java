// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.provider.VideoMode;

/** The live tracks of one camera, oldest first. Reading is thread-safe; changes are confined to the strand. */
final class SourceTracks {
    private final FrameFanout fanout;
    private volatile List<SourceTrack> tracks = List.of();

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

    void add(SourceTrack track) {
        tracks = Stream.concat(tracks.stream(), Stream.of(track)).toList();
        fanout.addTrack(track.feed());
    }

    void remove(SourceTrack track) {
        tracks = others(track);
        fanout.removeTrack(track.feed());
    }

    /** All tracks but one. */
    List<SourceTrack> others(SourceTrack track) {
        return tracks.stream().filter(other -> other != track).toList();
    }

    /** Takes all tracks away, one after the other. */
    void removeAll(Consumer<SourceTrack> removed) {
        List<SourceTrack> ending = tracks;
        ending.forEach(this::remove);
        ending.forEach(removed);
    }

    void mute(String cause) {
        tracks.forEach(track -> track.mute(cause));
    }

    void unmute(String cause) {
        tracks.forEach(track -> track.unmute(cause));
    }

    /** The modes of a camera that satisfy what some tracks require (RES-6). */
    static Predicate<VideoMode> acceptedBy(List<SourceTrack> tracks, SourceView camera) {
        return mode -> tracks.stream()
                .allMatch(track ->
                        ConstraintSolver.accepts(camera.space(track.inherent()), mode, track.getConstraints()));
    }

    /** Tells those of some tracks whose settings or capabilities changed. */
    static void tellChanges(List<SourceTrack> tracks, SourceView before, SourceView after, String cause) {
        tracks.stream()
                .filter(track -> isChanged(track, before, after))
                .forEach(track -> track.configurationChanged(cause));
    }

    private static boolean isChanged(SourceTrack track, SourceView before, SourceView after) {
        return !before.settings(track.inherent()).equals(after.settings(track.inherent()))
                || !before.space(track.inherent())
                        .capabilities()
                        .equals(after.space(track.inherent()).capabilities());
    }
}
