// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bundle that uses cameras, with the tracks it holds; they end with it (TRK-9). Thread-safe. */
public final class Origin {
    private final String name;
    private final List<CameraTrack> tracks = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** Makes an origin named by a bundle's symbolic name. */
    public Origin(String name) {
        this.name = name;
    }

    /** The bundle's symbolic name. */
    public String name() {
        return name;
    }

    /** The live tracks, oldest first. */
    public List<CameraTrack> tracks() {
        return List.copyOf(tracks);
    }

    /** Ends all tracks, without events, and every one that still comes. */
    public void close() {
        closed = true;
        tracks.forEach(CameraTrack::stop);
    }

    void add(CameraTrack track) {
        tracks.add(track);
        if (closed) {
            track.stop(); // it was on its way when the bundle stopped
        }
    }

    void remove(CameraTrack track) {
        tracks.remove(track);
    }
}
