// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.admin.CameraState;
import org.mediacapture.core.frame.BlackClock;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/**
 * Releases the camera while all its tracks are disabled, lets black frames go on meanwhile, and opens it again when it is wanted
 * (TRK-13). Confined to the strand.
 */
final class Standby {
    private static final String REOPENED = "the camera was opened again";

    private final SourceParts parts;
    private final BlackClock black;
    private final BringUp bringUp;
    private final Runnable released;
    private final Consumer<String> onFailure;
    private final Release release;
    private Optional<VideoMode> shown = Optional.empty();

    /**
     * Makes it for a camera that is awake.
     *
     * @param released called when the camera is released
     * @param onFailure called with the reason when tracks want the camera and it cannot be opened
     */
    Standby(
            SourceParts parts,
            Scheduler scheduler,
            BlackClock black,
            BringUp bringUp,
            Runnable released,
            Consumer<String> onFailure) {
        this.parts = parts;
        this.black = black;
        this.bringUp = bringUp;
        this.released = released;
        this.onFailure = onFailure;
        this.release = new Release(scheduler, parts.strand(), this::isUnwanted, this::letGo);
    }

    /** Whether the camera is closed because nobody wants pictures. */
    boolean isReleased() {
        return parts.view().state() == CameraState.RELEASED;
    }

    /** Looks whether pictures are wanted; to be called whenever that may have changed. */
    void check() {
        release.check();
    }

    /** A track was enabled or disabled, or its document shown; while all are hidden, tracks stay muted (TRK-13). */
    void enabledChanged() {
        if (isReleased() && parts.tracks().anyEnabled()) {
            parts.tracks().mute("the camera is to be opened again");
            if (parts.tracks().anyShown()) {
                parts.queue().submit(this, turn -> turn.follow(reopen()));
            }
        }
        check();
    }

    /** Opens the camera if it is released; whoever asked for it checks when it is done with it. */
    Promise<?> awake() {
        return isReleased() ? bringUp.again(REOPENED) : ProviderCall.DONE;
    }

    /** Shows black frames of the mode in which the camera would stream, if it is released. */
    void follow() {
        Optional<VideoMode> mode = parts.view().mode();
        if (isReleased() && !mode.equals(shown)) {
            shown = mode;
            mode.ifPresent(wanted -> black.start(wanted.frameRate(), wanted.width(), wanted.height()));
        }
    }

    private boolean isUnwanted() {
        return parts.view().state() == CameraState.STREAMING
                && !parts.tracks().isEmpty()
                && !parts.tracks().anyEnabled();
    }

    private void letGo() {
        parts.queue().submit(this, turn -> {
            if (isUnwanted()) {
                parts.stream().close();
                released.run();
                parts.status().show(parts.view().closed(CameraState.RELEASED, "all its tracks are disabled"));
                shown = Optional.empty();
                follow();
                parts.tracks().unmute("black frames stand in for the camera");
            }
            turn.resolve(null);
        });
    }

    private Promise<Void> reopen() {
        if (!isReleased()) {
            return ProviderCall.DONE;
        }
        if (!parts.tracks().anyEnabled()) {
            parts.tracks().unmute("all its tracks are disabled again");
            return ProviderCall.DONE;
        }
        return bringUp.again(REOPENED)
                .<Void>map(awake -> null)
                .recoverWith(failed -> {
                    if (isReleased()) { // and not closed meanwhile, with its last track
                        onFailure.accept(String.valueOf(failed.getFailure().getMessage()));
                    }
                    return ProviderCall.DONE;
                })
                .onResolve(this::check);
    }
}
