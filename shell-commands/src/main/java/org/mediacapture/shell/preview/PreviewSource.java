// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.preview;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.shell.camera.SourceTrack;
import org.mediacapture.shell.picture.Pixels;
import org.mediacapture.shell.picture.Tile;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;

/**
 * A source of a preview: its newest picture and what is to be said of it. A next picture is asked for when the last one was
 * drawn, so that none waits in a queue and no other consumer of the camera is held up. Thread-safe.
 */
final class PreviewSource implements AutoCloseable {
    private static final Optional<String> NOT_YET = Optional.empty();

    private final SourceTrack source;
    private final MediaStreamTrack track;
    private final Runnable changed;
    private final Runnable ended;
    private final List<Registration> registrations;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final AtomicReference<Optional<String>> end = new AtomicReference<>(NOT_YET);
    private volatile Optional<Pixels> picture = Optional.empty();
    private volatile String muted = "";

    /**
     * Begins to listen.
     *
     * @param source the source, which stays open
     * @param changed called on any thread when there is something new to draw
     * @param ended called once on any thread, before {@code changed}, when nothing will come any more
     */
    PreviewSource(SourceTrack source, Runnable changed, Runnable ended) {
        this.source = source;
        this.track = source.track();
        this.changed = changed;
        this.ended = ended;
        this.registrations = List.of(
                track.addEventListener(TrackEvent.Type.MUTE, event -> mute(event.cause())),
                track.addEventListener(TrackEvent.Type.UNMUTE, event -> mute("")),
                track.addEventListener(TrackEvent.Type.ENDED, event -> end(event.cause())));
    }

    /**
     * Asks for the next picture, unless one is on its way or there is none to come.
     *
     * @param idle whether nothing has come for a while, so that a track that is ended was closed, of which no event tells
     */
    void ask(boolean idle) {
        if (hasEnded()) {
            if (idle) {
                end("it was closed");
            }
        } else if (!track.isMuted() && asking.compareAndSet(false, true)) {
            source.capture().grabFrame().onSuccess(this::take).onFailure(failure -> {
                trouble.set(String.valueOf(failure));
                answered();
            });
        }
    }

    /** The newest picture, which stays while no other comes, with the name and the state of the source. */
    Tile tile() {
        return new Tile(picture, caption());
    }

    private String caption() {
        if (hasEnded()) {
            return source.name() + "  " + withCause("ended", end.get().orElse(""));
        }
        if (track.isMuted()) {
            return source.name() + "  " + withCause("muted", muted);
        }
        return trouble.get().isEmpty() ? source.text() : source.name() + "  " + trouble.get();
    }

    private static String withCause(String state, String cause) {
        return cause.isEmpty() ? state : state + ": " + cause;
    }

    private boolean hasEnded() {
        return track.readyState() == MediaStreamTrackState.ENDED;
    }

    private void take(ImageBitmap bitmap) {
        try (bitmap) {
            picture = Optional.of(Pixels.of(bitmap.toBufferedImage()));
            trouble.set("");
        } finally {
            answered();
        }
    }

    private void answered() {
        asking.set(false);
        changed.run();
    }

    private void mute(String cause) {
        muted = cause;
        changed.run();
    }

    private void end(String cause) {
        if (end.compareAndSet(NOT_YET, Optional.of(cause))) {
            ended.run();
            changed.run();
        }
    }

    @Override
    public void close() {
        registrations.forEach(Registration::close);
    }
}
