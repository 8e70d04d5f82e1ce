// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import java.util.Set;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;

/** Opens the input of a camera with the reader that fits it. Thread-safe. */
final class FrameSources {
    private static final Set<String> NO_VIDEO = Set.of("text/html", "text/xml", "application/json", "application/xml");

    private final Interrupts interrupts;

    FrameSources(Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    /** What opens a camera and learns its mode. */
    CameraInput.Opener of(CameraPlan plan) {
        return interruption -> LearnedInput.open(plan, this, interruption);
    }

    /**
     * Opens a camera. Blocks, at most for the open deadline of the plan.
     *
     * @param plan the camera
     * @param interruption ends the opening, and later the reading
     * @return the open input
     * @throws CameraException if it cannot be opened
     */
    FrameSource open(CameraPlan plan, Interruption interruption) throws CameraException {
        interruption.within(plan.openDeadline());
        return switch (Scheme.of(plan.url())) {
            case HTTP, HTTPS -> openWeb(plan, interruption);
            case RTSP, FILE -> StreamSource.open(plan, Optional.empty(), interruption, interrupts);
            case LAVFI -> FilterSource.open(plan, interruption);
            case V4L2 -> throw new IllegalArgumentException("url: " + plan.url() + " is no matter of FFmpeg");
        };
    }

    private FrameSource openWeb(CameraPlan plan, Interruption interruption) throws CameraException {
        ByteInput input = ByteInput.open(plan.url(), interruption, interrupts);
        String type = input.type();
        if (type.startsWith("multipart/")) {
            return MultipartSource.open(plan, input, interruption);
        }
        if (type.startsWith("image/")) {
            return StillSource.open(plan, input, interruption, interrupts);
        }
        if (NO_VIDEO.contains(type)) {
            input.close();
            throw new CameraException(
                    Reason.FAILED, plan.url().address() + ": the server sent " + type + ", which is no picture");
        }
        return StreamSource.open(plan, Optional.of(input), interruption, interrupts);
    }
}
