// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.VideoResizeModeEnum;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;

/** Opens cameras and microphones and waits until they are open. Thread-safe. */
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
        return first(stream(MediaStreamConstraints.ofVideo(constraints), what), MediaKind.VIDEO, what);
    }

    /**
     * Opens a camera, a microphone, or both.
     *
     * @param constraints what the tracks shall be like
     * @param what what is opened, for the message of a failure
     * @return a stream of live tracks
     * @throws InterruptedException if the command was interrupted; the devices are then closed as soon as they are open
     */
    public MediaStream stream(MediaStreamConstraints constraints, String what) throws InterruptedException {
        return Answer.of(devices.getUserMedia(constraints), waits.answer(), "opening " + what, CameraOpener::stop);
    }

    /**
     * The track of a kind.
     *
     * @param stream a stream that was opened
     * @param kind the kind that was asked for
     * @param what what was opened, for the message of a failure
     * @return the first track of the kind
     * @throws MediaException with AbortError if there is none; the stream is then stopped
     */
    public static MediaStreamTrack first(MediaStream stream, MediaKind kind, String what) {
        return stream.getTracks().stream()
                .filter(track -> track.kind() == kind)
                .findFirst()
                .orElseThrow(() -> {
                    stop(stream);
                    return new MediaException(ErrorName.ABORT, what + ": the stream has no " + kind.value() + " track");
                });
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
     * Opens a camera in the mode of its own whose width is nearest.
     *
     * @param camera the camera
     * @param width the wished width in pixels
     * @return a live track
     * @throws InterruptedException if the command was interrupted
     */
    public MediaStreamTrack openNear(CameraStatus camera, long width) throws InterruptedException {
        return open(
                MediaTrackConstraints.builder()
                        .exact(ConstrainableProperty.DEVICE_ID, camera.deviceId())
                        .ideal(ConstrainableProperty.WIDTH, width)
                        .ideal(ConstrainableProperty.RESIZE_MODE, VideoResizeModeEnum.NONE.value())
                        .build(),
                camera.name());
    }

    /**
     * Adds to constraints that one device is meant.
     *
     * @param constraints a dictionary in the shapes of IDL-6
     * @param deviceId identifier of the camera or microphone
     * @param name how it was named, for the message of a failure
     * @return a dictionary with {@code deviceId} as a required constraint
     * @throws IllegalArgumentException if the constraints name a device themselves
     */
    public static Map<String, Object> withDevice(Map<String, Object> constraints, String deviceId, String name) {
        String member = ConstrainableProperty.DEVICE_ID.name();
        if (constraints.containsKey(member)) {
            throw new IllegalArgumentException(
                    member + ": the device is named already, \"" + name + "\"; leave one of the two out");
        }
        Map<String, Object> all = new LinkedHashMap<>(constraints);
        all.put(member, Constraint.exact(deviceId).toValue());
        return all;
    }

    /**
     * Stops all tracks of a stream.
     *
     * @param stream what was opened
     */
    public static void stop(MediaStream stream) {
        stream.getTracks().forEach(MediaStreamTrack::stop);
    }
}
