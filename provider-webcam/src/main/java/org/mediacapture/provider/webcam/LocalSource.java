// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/** Frames of a camera at this computer. Confined to the capture thread. */
final class LocalSource implements FrameSource {
    /** How long a camera may be silent. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(5);

    /** The driver leaves out as many: many cameras begin with black pictures. */
    private static final int BLANK_PICTURES = 5;

    private final LocalCamera camera;
    private final Grabbers.Grabber grabber;
    private final DeviceTurn turn;
    private final Interruption interruption;
    private final Pictures pictures;
    private EndCause whenOver = EndCause.LOST;

    private LocalSource(
            LocalCamera camera,
            Grabbers.Grabber grabber,
            DeviceTurn turn,
            double frameRate,
            Interruption interruption) {
        this.camera = camera;
        this.grabber = grabber;
        this.turn = turn;
        this.interruption = interruption;
        pictures = new Pictures(new VideoMode(grabber.width(), grabber.height(), frameRate, PixelFormat.BGR24));
    }

    /** Opens the camera when it is its turn; the mode is the wanted one, or one near it. */
    static LocalSource open(
            LocalCamera camera, Grabbers grabbers, DeviceTurn turn, VideoMode wanted, Interruption interruption)
            throws CameraException {
        turn.take(camera.address(), interruption);
        Grabbers.Grabber grabber;
        try {
            grabber = open(camera, grabbers, wanted);
        } catch (CameraException | RuntimeException | LinkageError e) {
            turn.giveBack();
            throw e;
        }
        LocalSource source = new LocalSource(camera, grabber, turn, wanted.frameRate(), interruption);
        try {
            for (int i = 0; i < BLANK_PICTURES && !interruption.isCancelled() && !interruption.isLate(); i++) {
                grabber.next();
            }
            return source;
        } catch (RuntimeException | LinkageError e) {
            source.close();
            throw e;
        }
    }

    private static Grabbers.Grabber open(LocalCamera camera, Grabbers grabbers, VideoMode wanted)
            throws CameraException {
        Grabbers.Grabber grabber = grabbers.open(camera.id(), wanted.width(), wanted.height());
        if (!grabber.isOpen()) {
            // The natives do not say why.
            Reason reason = camera.isThere() ? Reason.BUSY : Reason.LOST;
            String what =
                    reason == Reason.LOST ? ": is gone" : ": cannot be opened; perhaps another program has it open";
            throw new CameraException(reason, camera.address() + what);
        }
        return grabber;
    }

    @Override
    public VideoMode mode() {
        return pictures.mode();
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.within(READ_DEADLINE);
        Grabbers.Result result = grabber.next();
        while (result == Grabbers.Result.NOTHING_YET && !interruption.isCancelled() && !interruption.isLate()) {
            result = grabber.next();
        }
        if (interruption.isCancelled()) {
            return false;
        }
        switch (result) {
            case PICTURE ->
                pictures.lend(
                        grabber.width(), grabber.height(), picture -> picture.fillFromRgb(grabber.image()), outlet);
            case NOTHING_YET ->
                throw new CameraException(
                        Reason.LOST, camera.address() + ": no picture within " + READ_DEADLINE.toMillis() + " ms");
            case FAILED -> {
                whenOver = camera.isThere() ? EndCause.FAILED : EndCause.UNPLUGGED;
                return false;
            }
        }
        return true;
    }

    @Override
    public EndCause whenOver() {
        return whenOver;
    }

    @Override
    public void close() {
        try {
            grabber.close();
        } finally {
            turn.giveBack();
        }
    }
}
