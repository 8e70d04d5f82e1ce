// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackEvent;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;

/** A stream. Thread-safe. */
public final class TrackStream implements MediaStream {
    private final String id = UUID.randomUUID().toString();
    private final CopyOnWriteArrayList<MediaStreamTrack> tracks = new CopyOnWriteArrayList<>();

    /** Makes a stream of tracks; each is taken once (STR-1). */
    public TrackStream(Collection<? extends MediaStreamTrack> tracks) {
        tracks.forEach(this::addTrack);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<MediaStreamTrack> getAudioTracks() {
        return tracks(MediaKind.AUDIO);
    }

    @Override
    public List<MediaStreamTrack> getVideoTracks() {
        return tracks(MediaKind.VIDEO);
    }

    @Override
    public List<MediaStreamTrack> getTracks() {
        return List.copyOf(tracks);
    }

    @Override
    public Optional<MediaStreamTrack> getTrackById(String trackId) {
        Objects.requireNonNull(trackId, "trackId");
        return tracks.stream().filter(track -> track.id().equals(trackId)).findFirst();
    }

    @Override
    public void addTrack(MediaStreamTrack track) {
        tracks.addIfAbsent(Objects.requireNonNull(track, "track"));
    }

    @Override
    public void removeTrack(MediaStreamTrack track) {
        tracks.remove(Objects.requireNonNull(track, "track"));
    }

    @Override
    public TrackStream clone() {
        return new TrackStream(tracks.stream().map(MediaStreamTrack::clone).toList());
    }

    @Override
    public boolean isActive() {
        return tracks.stream().anyMatch(track -> track.readyState() == MediaStreamTrackState.LIVE);
    }

    @Override
    public Registration addEventListener(MediaStreamTrackEvent.Type type, Consumer<MediaStreamTrackEvent> listener) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(listener, "listener");
        return () -> {}; // only the holder changes the tracks, and is told nothing of it (STR-4)
    }

    private List<MediaStreamTrack> tracks(MediaKind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).toList();
    }
}
