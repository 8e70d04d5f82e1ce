// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.VideoMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frames of a camera that sends one JPEG after the other in one answer. Confined to the capture thread. */
final class PushSource implements FrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(PushSource.class);

    /** Frames per second: servers do not tell the rate. */
    private static final double NOMINAL_RATE = 25;

    /** Bytes passed over in a row at most, more than wait in sockets: a server that never pauses is shown too. */
    private static final int PASSED_AT_ONCE = 32 * 1024 * 1024;

    private final HttpCamera camera;
    private final HttpRequests requests;
    private final HttpRequests.Answer answer;
    private final Interruption interruption;
    private final JpegParts parts;
    private final Pictures pictures;
    private Optional<BufferedImage> first;

    private PushSource(HttpCamera camera, HttpRequests requests, HttpRequests.Answer answer, Interruption interruption)
            throws IOException {
        this.camera = camera;
        this.requests = requests;
        this.answer = answer;
        this.interruption = interruption;
        parts = new JpegParts(answer.content());
        BufferedImage image = readFirst();
        first = Optional.of(image);
        pictures = new Pictures(new VideoMode(image.getWidth(), image.getHeight(), NOMINAL_RATE, PixelFormat.BGR24));
        requests.silence(camera.plan().readDeadline());
    }

    /**
     * Reads the first picture, which tells the size.
     *
     * @param requests closed with the source; left open if opening fails
     * @throws IOException if no picture comes
     */
    static PushSource open(
            HttpCamera camera, HttpRequests requests, HttpRequests.Answer answer, Interruption interruption)
            throws IOException {
        return new PushSource(camera, requests, answer, interruption);
    }

    private BufferedImage readFirst() throws IOException {
        try {
            Optional<BufferedImage> image = DriverReader.decode(parts.next());
            while (image.isEmpty()) {
                image = DriverReader.decode(parts.next());
            }
            return image.get();
        } catch (EOFException e) {
            throw new EOFException("the stream ended without a JPEG picture");
        }
    }

    @Override
    public VideoMode mode() {
        return pictures.mode();
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.within(camera.plan().readDeadline());
        try {
            Optional<BufferedImage> image = first.isPresent() ? first : DriverReader.decode(newest(outlet));
            first = Optional.empty();
            image.ifPresentOrElse(
                    picture -> pictures.lend(
                            picture.getWidth(), picture.getHeight(), buffer -> buffer.fill(picture), outlet),
                    outlet::dropped);
            return true;
        } catch (EOFException e) {
            return false;
        } catch (IOException e) {
            if (interruption.isCancelled()) {
                return false;
            }
            throw camera.failure(e, interruption, "picture");
        }
    }

    /** Passes over pictures that were not decoded in time, so that what is shown is not the older the longer it goes on. */
    private byte[] newest(FrameOutlet outlet) throws IOException {
        byte[] picture = parts.next();
        long passed = 0;
        while (parts.available() + requests.waiting() > picture.length && passed < PASSED_AT_ONCE) {
            passed += picture.length;
            outlet.dropped();
            picture = parts.next();
        }
        return picture;
    }

    @Override
    public void close() {
        try (requests) {
            answer.close();
        } catch (IOException e) {
            LOG.debug("{}: the stream was broken", camera.address());
        }
    }
}
