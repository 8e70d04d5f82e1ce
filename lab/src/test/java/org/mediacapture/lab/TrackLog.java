// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/**
 * What a track goes through: whether it is muted, unmuted or ended, in order, and whether its frames come once and in order.
 * Settings may change at any time, since automatic modes do; that is left out. Thread-safe.
 */
final class TrackLog implements AutoCloseable {
    private static final int SOME = 3;

    private final MediaStreamTrack track;
    private final List<TrackEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> disorder = new CopyOnWriteArrayList<>();
    private final AtomicLong lastSequence = new AtomicLong(-1);
    private final AtomicLong lastTime = new AtomicLong(Long.MIN_VALUE);
    private final FrameSubscription frames;

    TrackLog(MediaStreamTrack track) {
        this.track = track;
        for (TrackEvent.Type type : Set.of(TrackEvent.Type.MUTE, TrackEvent.Type.UNMUTE, TrackEvent.Type.ENDED)) {
            track.addEventListener(type, events::add);
        }
        frames = track.frames(new FrameOptions(1, true), this::look);
    }

    private void look(VideoFrame frame) {
        try (frame) {
            if (frame.sequence() <= lastSequence.getAndSet(frame.sequence())
                    || frame.timestamp() <= lastTime.getAndSet(frame.timestamp())) {
                disorder.add(frame.sequence() + " at " + frame.timestamp());
            }
        }
    }

    MediaStreamTrack track() {
        return track;
    }

    /** The events up to now. */
    List<TrackEvent.Type> events() {
        return events.stream().map(TrackEvent::type).toList();
    }

    /** What the events of a kind say of their causes. */
    List<String> causes(TrackEvent.Type type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(TrackEvent::cause)
                .toList();
    }

    /** Frames that came twice or too late. */
    List<String> disorder() {
        return List.copyOf(disorder);
    }

    /** Waits until exactly these events have come. */
    void awaitEvents(TrackEvent.Type... expected) {
        await(track.label() + ": " + List.of(expected))
                .atMost(LabFramework.PATIENCE)
                .until(this::events, List.of(expected)::equals);
    }

    /** Waits for some frames more than there are. */
    void awaitFrames() {
        awaitFrames(SOME);
    }

    /** Waits for this many frames from now on. */
    void awaitFrames(int count) {
        long enough = frames.delivered() + count;
        await(track.label() + ": " + count + " frames")
                .atMost(LabFramework.PATIENCE)
                .until(frames::delivered, delivered -> delivered >= enough);
    }

    @Override
    public void close() throws Exception {
        frames.close();
    }
}
