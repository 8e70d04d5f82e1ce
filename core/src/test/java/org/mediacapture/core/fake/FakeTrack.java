// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.frame.FrameReceiver;
import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.select.Demand;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.source.Attachment;
import org.mediacapture.core.source.Perspective;
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
    private Output output;
    private Output wanted;
    private boolean muted;
    private boolean enabled = true;
    private boolean live = true;

    /** A track with constraints that have been met. */
    public FakeTrack(Scheduler scheduler, MediaTrackConstraints constraints, Attachment attachment) {
        this.feed = new TrackFeed(scheduler);
        this.constraints = constraints;
        this.output = attachment.output();
        this.wanted = output;
        this.muted = attachment.muted();
        feed.shape(output);
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
    public Perspective perspective() {
        return new Perspective(MediaTrackSettings.empty(), true);
    }

    @Override
    public Demand demand() {
        return new Demand(constraints, Optional.of(wanted));
    }

    @Override
    public Output output() {
        return output;
    }

    @Override
    public boolean isLive() {
        return live;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public boolean isShown() {
        return true;
    }

    @Override
    public void check(MediaTrackConstraints wanted) {}

    /** Switches the track on or off; the source is to be told. */
    public void setEnabled(boolean newEnabled) {
        enabled = newEnabled;
        feed.enable(newEnabled);
    }

    /** Whether it is muted. */
    public boolean isMuted() {
        return muted;
    }

    @Override
    public FrameReceiver feed() {
        return feed;
    }

    @Override
    public void configured(MediaTrackConstraints met, Output newOutput) {
        constraints = met;
        wanted = newOutput;
        reshaped(newOutput);
    }

    @Override
    public void reshaped(Output newOutput) {
        output = newOutput;
        feed.shape(newOutput);
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
        live = false;
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
