// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;

/** Opens cameras and waits until they are open. Thread-safe. */
public final class CameraOpener {
    /** Larger than any picture, in pixels: as a wish it selects the largest mode. */
    private static final long LARGEST = 65_535;

    private final MediaDevices devices;
    private final Waits waits;

    /**
     * Makes an opener.
     *
     * @param devices where cameras are opened
     * @param waits how long to wait
     */
    public CameraOpener(MediaDevices devices, Waits waits) {
        this.devices = devices;
        this.waits = waits;
    }

    /**
     * Opens a camera.
     *
     * @param constraints what the track shall be like
     * @param what what is opened, for the message of a failure
     * @return a live track
     * @throws InterruptedException if the command was interrupted; the camera is then closed as soon as it is open
     */
    public MediaStreamTrack open(MediaTrackConstraints constraints, String what) throws InterruptedException {
        MediaStream stream = Answer.of(
                devices.getUserMedia(MediaStreamConstraints.ofVideo(constraints)),
                waits.answer(),
                "opening " + what,
                CameraOpener::stop);
        return stream.getVideoTracks().stream()
                .findFirst()
                .orElseThrow(() -> new MediaException(ErrorName.ABORT, what + ": the stream has no video track"));
    }

    /**
     * Opens a camera in its largest mode.
     *
     * @param camera the camera
     * @return a live track
     * @throws InterruptedException if the command was interrupted
     */
    public MediaStreamTrack openLargest(CameraStatus camera) throws InterruptedException {
        return open(
                MediaTrackConstraints.builder()
                        .exact(ConstrainableProperty.DEVICE_ID, camera.deviceId())
                        .ideal(ConstrainableProperty.WIDTH, LARGEST)
                        .ideal(ConstrainableProperty.HEIGHT, LARGEST)
                        .build(),
                camera.name());
    }

    /**
     * Adds to constraints that one camera is meant.
     *
     * @param constraints a dictionary in the shapes of IDL-6
     * @param camera the camera
     * @return a dictionary with {@code deviceId} as a required constraint
     * @throws IllegalArgumentException if the constraints name a device themselves
     */
    public static Map<String, Object> withCamera(Map<String, Object> constraints, CameraStatus camera) {
        String deviceId = ConstrainableProperty.DEVICE_ID.name();
        if (constraints.containsKey(deviceId)) {
            throw new IllegalArgumentException(
                    deviceId + ": the camera is named already, \"" + camera.name() + "\"; leave one of the two out");
        }
        Map<String, Object> all = new LinkedHashMap<>(constraints);
        all.put(deviceId, Constraint.exact(camera.deviceId()).toValue());
        return all;
    }

    private static void stop(MediaStream stream) {
        stream.getTracks().forEach(MediaStreamTrack::stop);
    }
}
