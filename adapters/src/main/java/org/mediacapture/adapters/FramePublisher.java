// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * The live frames of a track as a publisher of reactive streams. Thread-safe.
 *
 * <p>Each subscriber has a subscription of its own to the track and gets as many frames as it requested. While it has requested none,
 * the latest frame waits for its request and older ones are closed and counted; the frame that waits keeps one buffer of the camera.
 * When the track ends, however it ends, the subscriber is completed. A request for less than one frame ends its subscription with an
 * {@link IllegalArgumentException} (rule 3.9). A subscriber that throws gets no more frames.
 *
 * <p>A subscriber is called by a thread of the frames, or by its own while it requests; one call at a time. It closes each frame.
 */
public final class FramePublisher implements Flow.Publisher<VideoFrame> {
    private final MediaStreamTrack track;
    private final LongAdder discarded = new LongAdder();

    /**
     * Makes a publisher; nothing is asked of the track before somebody subscribes.
     *
     * @param track a video track; one that has ended completes its subscribers at once
     * @throws IllegalArgumentException if the track is one of a microphone
     */
    public FramePublisher(MediaStreamTrack track) {
        this.track = requireVideo(track);
    }

    /**
     * How many frames were closed because a subscriber had requested none.
     *
     * @return frames of all subscribers together, 0 or more
     */
    public long discarded() {
        return discarded.sum();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super VideoFrame> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        new FrameFlow(track, subscriber, discarded::increment).begin();
    }

    static MediaStreamTrack requireVideo(MediaStreamTrack track) {
        if (track.kind() != MediaKind.VIDEO) {
            throw new IllegalArgumentException(
                    "track: " + track.label() + " is of kind " + track.kind() + ", frames come from a video track");
        }
        return track;
    }
}
