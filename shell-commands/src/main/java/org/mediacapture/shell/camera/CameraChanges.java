// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.stream.Registration;

/** Waits for cameras to come and go, in the thread of a command. Thread-safe. */
public final class CameraChanges {
    private final CameraAdmin admin;

    /**
     * Makes the waiting for an administration's cameras.
     *
     * @param admin tells of cameras and their changes
     */
    public CameraChanges(CameraAdmin admin) {
        this.admin = admin;
    }

    /**
     * Asks about the cameras that there are, again after each change, until there is an answer.
     *
     * @param question the question
     * @param deadline how long at most
     * @param <T> the type of the answer
     * @return the answer, or empty if there was none in time
     * @throws InterruptedException if the command was interrupted
     */
    public <T> Optional<T> await(Function<List<CameraStatus>, Optional<T>> question, Duration deadline)
            throws InterruptedException {
        Semaphore changes = new Semaphore(0);
        long end = System.nanoTime() + deadline.toNanos();
        Registration registration = admin.addCameraListener(changes::release);
        try {
            Optional<T> answer = question.apply(admin.cameras());
            while (answer.isEmpty() && changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                changes.drainPermits();
                answer = question.apply(admin.cameras());
            }
            return answer;
        } finally {
            registration.close();
        }
    }

    /**
     * Waits for a camera of a name.
     *
     * @param name the short name
     * @param deadline how long at most
     * @return the camera, or empty if it did not come in time
     * @throws InterruptedException if the command was interrupted
     */
    public Optional<CameraStatus> awaitNamed(String name, Duration deadline) throws InterruptedException {
        return await(cameras -> named(cameras, name), deadline);
    }

    /**
     * The camera of a short name.
     *
     * @param cameras where to look
     * @param name the short name
     * @return the camera, or empty
     */
    public static Optional<CameraStatus> named(List<CameraStatus> cameras, String name) {
        return cameras.stream().filter(camera -> camera.name().equals(name)).findFirst();
    }
}
