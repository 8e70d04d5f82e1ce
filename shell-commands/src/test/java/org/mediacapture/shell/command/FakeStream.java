// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackEvent;
import org.mediacapture.stream.Registration;

/** Tracks that were opened together. Immutable; the tracks are not. */
final class FakeStream implements MediaStream {
    private final List<MediaStreamTrack> tracks;

    FakeStream(List<MediaStreamTrack> tracks) {
        this.tracks = List.copyOf(tracks);
    }

    @Override
    public String id() {
        return "stream";
    }

    @Override
    public List<MediaStreamTrack> getAudioTracks() {
        return of(MediaKind.AUDIO);
    }

    @Override
    public List<MediaStreamTrack> getVideoTracks() {
        return of(MediaKind.VIDEO);
    }

    @Override
    public List<MediaStreamTrack> getTracks() {
        return tracks;
    }

    @Override
    public Optional<MediaStreamTrack> getTrackById(String trackId) {
        return tracks.stream().filter(track -> track.id().equals(trackId)).findFirst();
    }

    @Override
    public boolean isActive() {
        throw unused();
    }

    @Override
    public void addTrack(MediaStreamTrack track) {
        throw unused();
    }

    @Override
    public void removeTrack(MediaStreamTrack track) {
        throw unused();
    }

    @Override
    public MediaStream clone() {
        throw unused();
    }

    @Override
    public Registration addEventListener(MediaStreamTrackEvent.Type type, Consumer<MediaStreamTrackEvent> listener) {
        throw unused();
    }

    private List<MediaStreamTrack> of(MediaKind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).toList();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("no command does this");
    }
}
