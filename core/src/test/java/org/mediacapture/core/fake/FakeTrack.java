// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.source.SourceTrack;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;

/** A track that writes down what its source tells it. */
public final class FakeTrack implements SourceTrack {
    private final TrackFeed feed;
    private final List<String> events = new ArrayList<>();
    private final List<Long> sequences = new ArrayList<>();
    private final List<Long> timestamps = new ArrayList<>();
    private MediaTrackConstraints constraints;
    private boolean muted;

    /** A track with constraints that have been met. */
    public FakeTrack(Scheduler scheduler, MediaTrackConstraints constraints) {
        this.feed = new TrackFeed(scheduler);
        this.constraints = constraints;
        subscribe(frame -> {
            sequences.add(frame.sequence());
            timestamps.add(frame.timestamp());
            frame.close();
        });
    }

    private void subscribe(Consumer<VideoFrame> consumer) {
        feed.subscribe(new FrameOptions(16, false), consumer, () -> {});
    }

    @Override
    public MediaTrackConstraints getConstraints() {
        return constraints;
    }

    @Override
    public MediaTrackSettings inherent() {
        return MediaTrackSettings.empty();
    }

    @Override
    public FrameReceiver feed() {
        return feed;
    }

    @Override
    public void constrained(MediaTrackConstraints met) {
        constraints = met;
    }

    @Override
    public void mute(String cause) {
        if (!muted) {
            events.add("mute");
        }
        muted = true;
    }

    @Override
    public void unmute(String cause) {
        if (muted) {
            events.add("unmute");
        }
        muted = false;
    }

    @Override
    public void configurationChanged(String cause) {
        events.add("configurationchange");
    }

    @Override
    public void end(String cause) {
        events.add("ended");
        feed.end();
    }

    /** The events so far. */
    public List<String> events() {
        return events;
    }

    /** The numbers of the frames so far. */
    public List<Long> sequences() {
        return sequences;
    }

    /** The times of the frames so far. */
    public List<Long> timestamps() {
        return timestamps;
    }
}
