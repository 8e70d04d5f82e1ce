// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;

/**
 * The frames of one track on their way to its consumers: those of the camera, in the track's own rate and size (RES-6), or black
 * ones while the track is disabled (TRK-2). Thread-safe; frames are offered on the capture thread, where next to nothing is done.
 */
public final class TrackFeed implements FrameReceiver {
    private final Scheduler scheduler;
    private final TrackGate gate;
    private final Roster<ConsumerFeed> consumers = new Roster<>();
    private volatile TrackPicture picture; // written under consumers
    private volatile boolean ended;
    private long deliveredBefore; // to consumers that have left; guarded by consumers
    private long discardedBefore; // guarded by consumers

    /** Makes an enabled feed of the camera's own frames, without consumers. */
    public TrackFeed(Scheduler scheduler) {
        this(scheduler, TrackPicture.ofCamera());
    }

    /** The same of frames as an output has them. */
    public TrackFeed(Scheduler scheduler, Output output) {
        this(scheduler, TrackPicture.of(output));
        gate.pace(rate(output));
    }

    private TrackFeed(Scheduler scheduler, TrackPicture picture) {
        this.scheduler = scheduler;
        this.gate = new TrackGate(scheduler);
        this.picture = picture;
    }

    private static double rate(Output output) {
        return output.cropAndScale() ? output.frameRate() : 0;
    }

    /**
     * Sets what the track delivers, from the next frame on.
     *
     * @throws IllegalArgumentException if the size is below 1x1
     */
    public void shape(Output output) {
        synchronized (consumers) {
            picture = picture.shaped(output);
            gate.pace(rate(output));
        }
    }

    /** Delivers the camera's frames or black ones (TRK-2), from the next frame on; pictures that wait are discarded. */
    public void enable(boolean enabled) {
        synchronized (consumers) {
            picture = picture.enabled(enabled);
        }
        if (!enabled) {
            consumers.members().forEach(ConsumerFeed::discardWaiting);
        }
    }

    @Override
    public void offer(SharedFrame frame) {
        TrackPicture current = picture;
        if (!gate.takes(frame.sequence(), frame.timestamp(), current.isEnabled()) || consumers.isEmpty()) {
            return;
        }
        PendingFrame pending = current.of(frame);
        try {
            List<ConsumerFeed> receivers = consumers.members();
            for (int index = 0; index < receivers.size(); index++) {
                receivers.get(index).offer(pending);
            }
        } finally {
            if (pending != frame) {
                pending.release();
            }
        }
        if (current.isEnabled() && !picture.isEnabled()) {
            consumers.members().forEach(ConsumerFeed::discardWaiting);
        }
    }

    @Override
    public void offerStandIn(SharedFrame frame) {
        if (picture.isEnabled()) {
            passBy(frame.sequence());
        } else {
            offer(frame);
        }
    }

    @Override
    public void passBy(long sequence) {
        gate.passes(sequence);
    }

    /** What became of the camera's frames; they count also while nobody reads them. */
    public FeedStats stats() {
        return gate.stats();
    }

    /** The same, with the rate at present, and how late the slowest consumer gets which amount of bytes. */
    public FrameStatistics statistics() {
        Optional<FrameCost> slowest = consumers.members().stream()
                .map(ConsumerFeed::cost)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(FrameCost::latency));
        return FrameCost.with(slowest, gate.stats(), gate.frameRate());
    }

    /** How many consumers there are. */
    public int consumers() {
        return consumers.members().size();
    }

    /**
     * Adds a consumer; after {@link #end()} its subscription is closed from the start.
     *
     * @param onEnd called when the track ends while the subscription is open; returns at once
     */
    public FrameSubscription subscribe(FrameOptions options, Consumer<VideoFrame> consumer, Runnable onEnd) {
        ConsumerFeed feed = new ConsumerFeed(scheduler, options, consumer, this::forget, onEnd);
        consumers.add(feed);
        if (ended) {
            feed.end();
        }
        return feed;
    }

    /** Ends all subscriptions, for good. */
    public void end() {
        ended = true;
        consumers.members().forEach(ConsumerFeed::end);
    }

    /** Frames handed to consumers so far. */
    public long delivered() {
        synchronized (consumers) {
            return deliveredBefore
                    + consumers.members().stream()
                            .mapToLong(ConsumerFeed::delivered)
                            .sum();
        }
    }

    /** Frames that consumers were too slow for. */
    public long discarded() {
        synchronized (consumers) {
            return discardedBefore
                    + consumers.members().stream()
                            .mapToLong(ConsumerFeed::discarded)
                            .sum();
        }
    }

    private void forget(ConsumerFeed feed) {
        synchronized (consumers) {
            if (consumers.remove(feed)) {
                deliveredBefore += feed.delivered();
                discardedBefore += feed.discarded();
            }
        }
    }
}
