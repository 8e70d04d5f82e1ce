// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.ArrayList;
import java.util.List;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.OwnedTrack;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/**
 * A track in the hands of an application that watches what it is told: mute and unmute in turns, one {@code ended} and nothing
 * after it, frames in order and once, none after the end, no picture while it is disabled (HS-3 to HS-6, TRK-2, TRK-5). Confined
 * to the test's thread and what that one lets run.
 */
final class WatchedTrack {
    private final OwnedTrack track;
    private final String name;
    private final Story story;
    private final List<String> events = new ArrayList<>();
    private final List<FrameSubscription> subscriptions = new ArrayList<>();
    private final List<VideoFrame> held = new ArrayList<>();
    private final boolean wasLive;
    private long frames;
    private boolean muted;
    private boolean ended;
    private boolean givenUp; // by the application, which gets no event any more

    WatchedTrack(MediaStreamTrack track, String name, Story story) {
        this.track = (OwnedTrack) track;
        this.name = name;
        this.story = story;
        this.muted = track.isMuted();
        this.wasLive = isLive();
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            track.addEventListener(type, this::event);
        }
    }

    OwnedTrack track() {
        return track;
    }

    /** Whether it is a camera's. */
    boolean isVideo() {
        return track instanceof CameraTrack;
    }

    /** The camera. */
    CameraSource source() {
        return ((CameraTrack) track).source();
    }

    /** Whether it has a source and keeps it, so that what it asks is done in turn. */
    boolean isLive() {
        return !track.isEnding();
    }

    /** The events so far, as words. */
    List<String> events() {
        return events;
    }

    /** The application stops it. */
    void stop() {
        givenUp = true;
        track.stop();
    }

    /** The document is gone, and the track with it. */
    void documentClosed() {
        givenUp = true;
    }

    /**
     * Subscribes to frames.
     *
     * @param keep how many frames the application keeps open; the oldest is closed for the next
     */
    void subscribe(FrameOptions options, int keep) {
        Reader reader = new Reader(keep);
        subscriptions.add(((CameraTrack) track).frames(options, reader::read));
    }

    /** From now on a frame is expected. */
    void expectFrame() {
        frames = 0;
        subscribe(FrameOptions.latest(), 0);
    }

    /** What holds of a track of a camera that is well. */
    void checkDelivers() {
        story.check(!isLive() || !track.isMuted(), name + " is muted while all is well");
        story.check(!isLive() || frames > 0, name + " delivers nothing while all is well");
    }

    /** Closes the oldest subscription. */
    void unsubscribe() {
        if (!subscriptions.isEmpty()) {
            subscriptions.remove(0).close();
        }
    }

    /** Closes the frames that the application has kept. */
    void closeFrames() {
        held.forEach(VideoFrame::close);
        held.clear();
    }

    /** What holds when everything has come to its end. */
    void checkEnded() {
        story.check(!isLive(), name + " is still live");
        story.check(!wasLive || givenUp || ended, name + " ended without the event");
    }

    @Override
    public String toString() {
        return name;
    }

    private void event(TrackEvent event) {
        String word = event.type().value();
        story.tell(name + " " + word + ": " + event.cause());
        events.add(word);
        story.check(!ended && !givenUp, name + " got " + word + " after its end");
        switch (event.type()) {
            case MUTE -> {
                story.check(!muted, name + " was muted twice");
                muted = true;
            }
            case UNMUTE -> {
                story.check(muted, name + " was unmuted twice");
                muted = false;
            }
            case ENDED -> ended = true;
            default -> {} // may come at any time
        }
    }

    /** One reader of frames. */
    private final class Reader {
        private final int keep;
        private long lastSequence = -1;
        private long lastTimestamp = Long.MIN_VALUE;

        private Reader(int keep) {
            this.keep = keep;
        }

        private void read(VideoFrame frame) {
            story.check(isLive(), name + " got a frame after its end");
            story.check(frame.sequence() > lastSequence, name + " got frame " + frame.sequence() + " out of order");
            story.check(frame.timestamp() > lastTimestamp, name + " got a frame of a time before the last one's");
            story.check(
                    track.isEnabled() || frame.format() != PixelFormat.MJPEG, name + " got a picture while disabled");
            frames++;
            lastSequence = frame.sequence();
            lastTimestamp = frame.timestamp();
            held.add(frame);
            while (held.size() > keep) {
                held.remove(0).close();
            }
        }
    }
}
