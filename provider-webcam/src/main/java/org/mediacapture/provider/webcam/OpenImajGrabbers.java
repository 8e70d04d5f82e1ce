// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import com.github.sarxos.webcam.ds.buildin.natives.Device;
import com.github.sarxos.webcam.ds.buildin.natives.DeviceList;
import com.github.sarxos.webcam.ds.buildin.natives.OpenIMAJGrabber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bridj.Pointer;
import org.mediacapture.libs.webcam.OpenImaj;

/**
 * The natives themselves. Thread-safe: they keep all they know in the grabber, of which every camera has its own.
 *
 * <p>The driver on top of them is left out. It does the native calls of all cameras on one thread that never ends, so that one
 * camera holds up all, and has a further thread for each.
 */
final class OpenImajGrabbers implements Grabbers {
    /** What the driver asks for; the camera takes the nearest that it has. */
    private static final double FRAMES_PER_SECOND = 50;

    /** One second: the natives take seconds on Linux, and milliseconds elsewhere. The driver's 5000 were 83 minutes. */
    private static final int TIMEOUT =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux") ? 1 : 1000;

    @Override
    public List<Found> list() {
        OpenImaj.load();
        return new OpenIMAJGrabber()
                .getVideoDevices().get().asArrayList().stream()
                        .map(device -> new Found(device.getIdentifierStr(), device.getNameStr()))
                        .toList();
    }

    @Override
    public Grabber open(String id, int width, int height) {
        OpenImaj.load();
        OpenIMAJGrabber grabber = new OpenIMAJGrabber();
        DeviceList devices = grabber.getVideoDevices().get();
        Optional<Pointer<Device>> device = IntStream.range(0, devices.getNumDevices())
                .mapToObj(devices::getDevice)
                .filter(each -> each.get().getIdentifierStr().equals(id))
                .findFirst();
        boolean open = device.isPresent() && grabber.startSession(width, height, FRAMES_PER_SECOND, device.get());
        if (open) {
            // Only now: before, the natives have no place for it and crash.
            grabber.setTimeout(TIMEOUT);
        }
        return new Native(grabber, open, new Watermark());
    }

    private record Native(OpenIMAJGrabber grabber, boolean isOpen, Watermark watermark) implements Grabber {
        @Override
        public int width() {
            return grabber.getWidth();
        }

        @Override
        public int height() {
            return grabber.getHeight();
        }

        @Override
        public Result next() {
            pixels().ifPresent(watermark::leave);
            int result = grabber.nextFrame();
            if (result > 0) {
                // Of a device that is gone the natives say at once, and for ever, that there is a picture: the last
                // one.
                return pixels().filter(watermark::isReplaced).isPresent() ? Result.PICTURE : Result.FAILED;
            }
            return result == -1 ? Result.NOTHING_YET : Result.FAILED;
        }

        @Override
        public ByteBuffer image() {
            return pixels().orElseThrow(() -> new IllegalStateException("no picture was read"));
        }

        private Optional<ByteBuffer> pixels() {
            return Optional.ofNullable(grabber.getImage())
                    .map(image -> image.getByteBuffer((long) width() * height() * 3));
        }

        @Override
        public void close() {
            if (isOpen) {
                grabber.stopSession();
            }
        }
    }
}
