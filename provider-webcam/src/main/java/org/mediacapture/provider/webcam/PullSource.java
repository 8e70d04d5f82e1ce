// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.VideoMode;

/** Frames of a camera that answers each request with one image: it is fetched again and again. Confined to the capture thread. */
final class PullSource implements FrameSource {
    private static final int LARGEST_IMAGE = 64 * 1024 * 1024;

    private final HttpCamera camera;
    private final HttpRequests requests;
    private final Interruption interruption;
    private final Pictures pictures;
    private final long interval; // nanoseconds
    private Optional<BufferedImage> fetched;
    private long due = System.nanoTime();
    private long lastSuccess = due;

    private PullSource(HttpCamera camera, HttpRequests requests, BufferedImage first, Interruption interruption) {
        this.camera = camera;
        this.requests = requests;
        this.interruption = interruption;
        fetched = Optional.of(first);
        pictures =
                new Pictures(new VideoMode(first.getWidth(), first.getHeight(), camera.pullRate(), PixelFormat.BGR24));
        interval = (long) (TimeUnit.SECONDS.toNanos(1) / camera.pullRate());
    }

    /**
     * Reads the first image, which tells the size.
     *
     * @param requests closed with the source; left open if opening fails
     * @throws CameraException if this is no image that ImageIO reads
     * @throws IOException if no image comes
     */
    static PullSource open(
            HttpCamera camera, HttpRequests requests, HttpRequests.Answer answer, Interruption interruption)
            throws CameraException, IOException {
        String type = answer.type();
        BufferedImage first = image(answer)
                .orElseThrow(() -> new CameraException(
                        CameraException.Reason.FAILED,
                        camera.address() + ": the " + type + " is cut short or cannot be decoded"));
        return new PullSource(camera, requests, first, interruption);
    }

    /** The image of an answer, or nothing if it is incomplete or cannot be decoded. */
    private static Optional<BufferedImage> image(HttpRequests.Answer answer) throws IOException {
        byte[] bytes = answer.content().readNBytes(LARGEST_IMAGE);
        // The connection is used again where the server keeps it.
        answer.response().close();
        if (Jpeg.isJpeg(bytes)) {
            return Jpeg.isWhole(bytes) ? Jpeg.decode(bytes) : Optional.empty();
        }
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)));
    }

    @Override
    public VideoMode mode() {
        return pictures.mode();
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.awaitUntil(due);
        due = Math.max(due + interval, System.nanoTime());
        interruption.within(camera.plan().readDeadline());
        Optional<BufferedImage> image = fetched.isPresent() ? fetched : fetch();
        fetched = Optional.empty();
        if (interruption.isCancelled()) {
            return false;
        }
        image.ifPresentOrElse(
                picture ->
                        pictures.lend(picture.getWidth(), picture.getHeight(), buffer -> buffer.fill(picture), outlet),
                outlet::dropped);
        return true;
    }

    /** Fetches an image. A failure is forgiven, as long as images come within the deadline. */
    private Optional<BufferedImage> fetch() throws CameraException {
        try {
            Optional<BufferedImage> image = image(requests.get());
            if (image.isEmpty()) {
                return forgive(camera.noPicture());
            }
            lastSuccess = System.nanoTime();
            return image;
        } catch (IOException e) {
            return interruption.isCancelled() ? Optional.empty() : forgive(camera.failure(e, interruption, "picture"));
        } catch (CameraException e) {
            return forgive(e);
        }
    }

    private Optional<BufferedImage> forgive(CameraException failure) throws CameraException {
        long silence = System.nanoTime() - lastSuccess;
        if (interruption.isCancelled() || silence > camera.plan().readDeadline().toNanos()) {
            throw failure;
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        requests.close();
    }
}
