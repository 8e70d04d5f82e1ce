// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;

/**
 * What becomes of photos while the provider changes under them: some are always asked for and not yet there, half of the changes are
 * swaps, and the others come without notice. Immutable.
 *
 * @param asked the number of photos asked for
 * @param lost the number of promises that failed
 * @param swaps the number of swaps on purpose
 * @param losses how often the provider in use went without notice
 * @param firstFailure why the first one failed; "" if none did
 */
record PhotosInFlight(int asked, int lost, int swaps, int losses, String firstFailure) {
    private static final int IN_FLIGHT = 8;
    private static final long PATIENCE_SECONDS = 60;

    /** Nothing asked for. */
    static final PhotosInFlight NONE = new PhotosInFlight(0, 0, 0, 0, "");

    /**
     * Takes photos.
     *
     * @param keys of the configuration of the mock camera
     */
    static PhotosInFlight measure(MockFramework framework, int photos, int changes, Map<String, ?> keys)
            throws Exception {
        Semaphore flight = new Semaphore(IN_FLIGHT);
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (TwinCamera twin = TwinCamera.offer(framework, "twin", keys)) {
            MediaStreamTrack track = twin.open();
            ImageCapture capture = framework.service(ImageCaptureFactory.class).create(track);
            for (int photo = 1; photo <= photos; photo++) {
                acquire(flight, 1);
                Promise<Blob> asked = capture.takePhoto();
                asked.onFailure(failure -> failures.add(failure.toString())).onResolve(flight::release);
                if (photo % (photos / changes) == 0) {
                    twin.awaitProviders(2);
                    if (photo / (photos / changes) % 2 == 0) {
                        twin.swap();
                    } else {
                        twin.renewOfferInUse();
                    }
                }
            }
            acquire(flight, IN_FLIGHT);
            track.stop();
        }
        String first = failures.isEmpty() ? "" : failures.peek();
        return new PhotosInFlight(photos, failures.size(), changes / 2, changes - changes / 2, first);
    }

    /** Both together. */
    PhotosInFlight and(PhotosInFlight more) {
        return new PhotosInFlight(
                asked + more.asked,
                lost + more.lost,
                swaps + more.swaps,
                losses + more.losses,
                firstFailure.isEmpty() ? more.firstFailure : firstFailure);
    }

    private static void acquire(Semaphore flight, int photos) throws InterruptedException {
        if (!flight.tryAcquire(photos, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("No photo within " + PATIENCE_SECONDS + " s");
        }
    }
}
