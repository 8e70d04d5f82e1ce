// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;

/** A track, the events that it gets, and the order of its frames. Thread-safe. */
final class WatchedTrack {
    /** So many frames after a swap show that the camera runs. */
    private static final int FRAMES = 3;

    private final String name;
    private final MediaStreamTrack track;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<String> disorder = new CopyOnWriteArrayList<>();
    private final AtomicLong lastSequence = new AtomicLong(-1);
    private final AtomicLong lastTimestamp = new AtomicLong(Long.MIN_VALUE);
    private final FrameSubscription frames;

    WatchedTrack(String name, MediaStreamTrack track) {
        this.name = name;
        this.track = track;
        for (TrackEvent.Type type : List.of(TrackEvent.Type.MUTE, TrackEvent.Type.UNMUTE, TrackEvent.Type.ENDED)) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }
        this.frames = track.frames(new FrameOptions(1, true), this::compare);
    }

    MediaStreamTrack track() {
        return track;
    }

    private void compare(VideoFrame frame) {
        try (frame) {
            long sequence = lastSequence.getAndSet(frame.sequence());
            long timestamp = lastTimestamp.getAndSet(frame.timestamp());
            if (frame.sequence() <= sequence || frame.timestamp() <= timestamp) {
                disorder.add(
                        "%d at %d after %d at %d".formatted(frame.sequence(), frame.timestamp(), sequence, timestamp));
            }
        }
    }

    /** Waits until the track has got the events of a swap, and asserts that it got no others. */
    void assertEvents(SwapKind kind, int losses) throws Exception {
        if (kind.mutes()) {
            Await.until(name + " is unmuted", () -> !track.isMuted() && events.contains("unmute"));
        }
        List<String> told = new ArrayList<>();
        events.drainTo(told);
        if (losses < 2) {
            assertThat(told).as(name).isEqualTo(kind.mutes() ? List.of("mute", "unmute") : List.of());
        } else { // a successor may go before its first frame
            assertThat(told).as(name).isIn(List.of("mute", "unmute"), List.of("mute", "unmute", "mute", "unmute"));
        }
        assertThat(track.readyState()).as(name).isEqualTo(MediaStreamTrackState.LIVE);
    }

    /** Waits until all of some tracks have got frames from now on, and asserts that none came twice or late since the beginning. */
    static void assertFrames(List<WatchedTrack> tracks) throws Exception {
        List<Long> delivered =
                tracks.stream().map(track -> track.frames.delivered()).toList();
        for (int i = 0; i < tracks.size(); i++) {
            WatchedTrack track = tracks.get(i);
            long enough = delivered.get(i) + FRAMES;
            Await.until(track.name + " delivers frames", () -> track.frames.delivered() >= enough);
            assertThat(track.disorder)
                    .as("frames of %s twice or out of order", track.name)
                    .isEmpty();
        }
    }

    void stop() {
        track.stop();
    }
}
