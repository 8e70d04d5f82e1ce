// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraUrl;
import org.mediacapture.provider.javacv.v4l2.DeviceException;
import org.mediacapture.provider.javacv.v4l2.DeviceHolders;

/**
 * The failures of a camera at this computer, in words for people: who holds it, what to do. Immutable.
 *
 * @param url the camera
 */
record DeviceErrors(CameraUrl url) {
    /** What the contract makes of a refusal. */
    CameraException of(DeviceException refusal) {
        return new CameraException(refusal.reason(), url.address() + ": " + words(refusal), refusal);
    }

    private String words(DeviceException refusal) {
        return switch (refusal.reason()) {
            case BUSY -> holders();
            case DENIED ->
                refusal.getMessage() + "; the user of this program has to be in the group of the device file";
            case LOST -> isThere() ? refusal.getMessage() : "is unplugged";
            case FAILED -> refusal.getMessage();
        };
    }

    private String holders() {
        List<String> holders = new DeviceHolders(Path.of("/proc")).of(Path.of(url.location()));
        return holders.isEmpty() ? "is in use" : "is in use by " + String.join(" and ", holders);
    }

    /** Whether the device file is there. */
    boolean isThere() {
        return Files.exists(Path.of(url.location()));
    }

    /** A device that is there, and does not answer in time or in a way that makes sense. */
    CameraException failed(String what) {
        return new CameraException(Reason.LOST, url.address() + ": " + what);
    }
}
