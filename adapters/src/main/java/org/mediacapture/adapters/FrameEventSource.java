// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.pushstream.PushEventConsumer;
import org.osgi.util.pushstream.PushEventSource;

/**
 * The live frames of a track as a source of push events. Thread-safe.
 *
 * <p>Each consumer has a subscription of its own to the track. What it answers is back-pressure: 0 for the next frame as soon as it
 * comes, more for a pause of that many milliseconds, in which frames are closed and counted, and less than 0 for no more. A close
 * event comes once: when the consumer wanted no more, when the channel was closed, or when the track ended, however it ended. A
 * consumer that throws gets an error event instead.
 *
 * <p>A consumer is called by a thread of the frames, one call at a time, and closes each frame. Of a push stream, that is whoever
 * takes the frame out of it: a stream that discards events (a buffer with a policy that drops, a filter) has nobody who does, so
 * build it unbuffered, and close in each step that drops.
 */
public final class FrameEventSource implements PushEventSource<VideoFrame> {
    private final MediaStreamTrack track;
    private final LongSupplier nanoTime;
    private final LongAdder discarded = new LongAdder();

    /**
     * Makes a source; nothing is asked of the track before somebody opens it.
     *
     * @param track a video track; one that has ended closes its channels at once
     * @throws IllegalArgumentException if the track is one of a microphone
     */
    public FrameEventSource(MediaStreamTrack track) {
        this(track, System::nanoTime);
    }

    FrameEventSource(MediaStreamTrack track, LongSupplier nanoTime) {
        this.track = FramePublisher.requireVideo(track);
        this.nanoTime = nanoTime;
    }

    /**
     * How many frames were closed because a consumer had asked for a pause.
     *
     * @return frames of all consumers together, 0 or more
     */
    public long discarded() {
        return discarded.sum();
    }

    @Override
    public AutoCloseable open(PushEventConsumer<? super VideoFrame> consumer) {
        Objects.requireNonNull(consumer, "consumer");
        FrameChannel channel = new FrameChannel(consumer, nanoTime, discarded::increment);
        channel.begin(track);
        return channel;
    }
}
