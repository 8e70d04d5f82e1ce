// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.util.concurrent.Flow;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames on their way to one subscriber. Whoever brings a frame, a request or the end does what is to be done then, unless another
 * thread is about it, which goes on with it: so there is one call at a time, and none within another. Thread-safe.
 */
final class FrameFlow implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(FrameFlow.class);
    private static final Registration NONE = () -> {};

    private final MediaStreamTrack track;
    private final Flow.Subscriber<? super VideoFrame> subscriber;
    private final Runnable onDiscard;
    private Registration frames = NONE; // guarded by this, as is all below
    private VideoFrame waiting; // null when none does
    private RuntimeException refusal; // null while all requests were legal
    private long demand;
    private boolean ended;
    private boolean over; // nothing is signalled any more
    private boolean busy = true; // a thread is about it; at first the one that begins

    FrameFlow(MediaStreamTrack track, Flow.Subscriber<? super VideoFrame> subscriber, Runnable onDiscard) {
        this.track = track;
        this.subscriber = subscriber;
        this.onDiscard = onDiscard;
    }

    /** Signals the subscription, and then frames. */
    void begin() {
        subscriber.onSubscribe(this);
        if (isOpen()) {
            try {
                subscribe();
            } catch (RuntimeException failure) { // of a track of somebody else's
                synchronized (this) {
                    refusal = failure;
                }
            }
        }
        signal();
    }

    private void subscribe() {
        Registration begun = track.frames(FrameOptions.latest(), this::offer, this::end);
        synchronized (this) {
            frames = begun;
        }
        if (!isOpen()) {
            begun.close();
        }
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            if (n > 0) {
                demand = Long.MAX_VALUE - demand < n ? Long.MAX_VALUE : demand + n; // rule 3.17: that is without end
            } else if (refusal == null) {
                refusal = new IllegalArgumentException(
                        "n: " + n + " frames were requested, at least 1 can be (rule 3.9)");
            }
        }
        signalUnlessBusy();
    }

    @Override
    public void cancel() {
        VideoFrame left;
        Registration source;
        synchronized (this) {
            over = true;
            left = waiting;
            waiting = null;
            source = frames;
        }
        if (left != null) {
            left.close();
        }
        source.close();
    }

    private void offer(VideoFrame frame) {
        VideoFrame stale;
        synchronized (this) {
            stale = over ? frame : waiting;
            waiting = over ? null : frame;
        }
        if (stale != null) {
            stale.close();
            if (stale != frame) {
                onDiscard.run();
            }
        }
        signalUnlessBusy();
    }

    private void end() {
        synchronized (this) {
            ended = true;
        }
        signalUnlessBusy();
    }

    private synchronized boolean isOpen() {
        return !over;
    }

    private void signalUnlessBusy() {
        synchronized (this) {
            if (busy) {
                return;
            }
            busy = true;
        }
        signal();
    }

    private void signal() {
        for (VideoFrame frame = next(); frame != null; frame = next()) {
            try {
                subscriber.onNext(frame);
            } catch (Throwable failure) {
                LOG.warn("A subscriber to frames failed and gets no more", failure);
                frame.close();
                cancel();
            }
        }
    }

    /** The next frame that is wanted, or null when there is none, after the end was signalled if it has come. */
    private VideoFrame next() {
        Runnable last;
        synchronized (this) {
            if (!over && refusal == null && waiting != null && demand > 0) {
                VideoFrame frame = waiting;
                waiting = null;
                demand -= demand == Long.MAX_VALUE ? 0 : 1;
                return frame;
            }
            busy = false;
            if (over || refusal == null && !ended) {
                return null;
            }
            over = true; // from here on nobody else signals
            last = refusal == null ? subscriber::onComplete : () -> subscriber.onError(refusal);
        }
        cancel();
        try {
            last.run();
        } catch (Throwable failure) {
            LOG.warn("A subscriber to frames failed when it was told of their end", failure);
        }
        return null;
    }
}
