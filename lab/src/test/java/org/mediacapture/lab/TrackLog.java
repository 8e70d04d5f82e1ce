// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/**
 * What happens to a track, in order: whether it is muted, unmuted or ended, and how many frames it delivers. Settings may change at
 * any time, since automatic modes do; that is left out. Thread-safe.
 */
final class TrackLog {
    private static final int SOME = 3;

    private final MediaStreamTrack track;
    private final List<TrackEvent> events = new CopyOnWriteArrayList<>();
    private final FrameSubscription frames;

    TrackLog(MediaStreamTrack track) {
        this.track = track;
        for (TrackEvent.Type type : Set.of(TrackEvent.Type.MUTE, TrackEvent.Type.UNMUTE, TrackEvent.Type.ENDED)) {
            track.addEventListener(type, events::add);
        }
        frames = track.frames(FrameOptions.latest(), frame -> frame.close());
    }

    MediaStreamTrack track() {
        return track;
    }

    /** The events so far. */
    List<TrackEvent.Type> events() {
        return events.stream().map(TrackEvent::type).toList();
    }

    /** What the events say of their causes, of this kind. */
    List<String> causes(TrackEvent.Type type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(TrackEvent::cause)
                .toList();
    }

    /** Waits until exactly these events have come. */
    void awaitEvents(TrackEvent.Type... expected) {
        await(track.label() + ": " + List.of(expected))
                .atMost(LabFramework.PATIENCE)
                .until(this::events, List.of(expected)::equals);
    }

    /** Waits for some frames more than there are. */
    void awaitFrames() {
        long enough = frames.delivered() + SOME;
        await(track.label() + ": " + enough + " frames")
                .atMost(LabFramework.PATIENCE)
                .until(frames::delivered, delivered -> delivered >= enough);
    }
}
