// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.shell.camera.Answer;
import org.mediacapture.shell.camera.CameraChanges;
import org.mediacapture.shell.camera.CameraOpener;
import org.mediacapture.shell.network.CameraUrl;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.osgi.util.promise.Promise;

/**
 * Whether the cameras that are configured answer: those that nobody uses are opened for a moment, all at once. Immutable.
 *
 * @param configurations what is configured
 * @param admin tells which cameras there are
 * @param devices opens them
 * @param arrival how long a camera that is configured may take to be there, as right after the start
 * @param answer how long it may take to open
 */
public record NetworkCamerasCheck(
        Supplier<List<StoredConfiguration>> configurations,
        CameraAdmin admin,
        MediaDevices devices,
        Duration arrival,
        Duration answer)
        implements Check {
    private static final String LOCAL = "v4l2:";

    /** A camera that is being opened. */
    private record Attempt(CameraStatus camera, Promise<MediaStream> opening) {}

    @Override
    public String subject() {
        return "network cameras";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        List<StoredConfiguration> configured = configurations.get().stream()
                .filter(stored -> stored.pid().equals(ConfigurationCheck.NETWORK_CAMERA))
                .toList();
        List<String> names = configured.stream()
                .map(stored -> stored.text("name"))
                .filter(name -> !name.isBlank())
                .toList();
        new CameraChanges(admin)
                .await(
                        cameras -> Optional.of(cameras)
                                .filter(there -> names.stream()
                                        .allMatch(name ->
                                                CameraChanges.named(there, name).isPresent())),
                        arrival);
        List<CameraStatus> cameras = admin.cameras();
        List<Finding> findings = new ArrayList<>();
        configured.stream()
                .filter(stored -> names.contains(stored.text("name"))
                        && CameraChanges.named(cameras, stored.text("name")).isEmpty())
                .map(NetworkCamerasCheck::unserved)
                .forEach(findings::add);
        findings.addAll(attempts(cameras.stream()
                .filter(camera ->
                        names.contains(camera.name()) && !camera.address().startsWith(LOCAL))
                .toList()));
        return findings.isEmpty() ? List.of(Finding.ok("none is configured")) : findings;
    }

    private static Finding unserved(StoredConfiguration stored) {
        String shown;
        try {
            shown = CameraUrl.of(stored.text("url"), Path.of("")).toString();
        } catch (IllegalArgumentException e) {
            shown = e.getMessage();
        }
        String only = String.join(", ", stored.texts("providers"));
        return Finding.problem(
                stored.text("name") + " (" + shown + "): no provider brings this camera",
                "camera:providers tells what is wrong with providers"
                        + (only.isEmpty() ? "" : "; the camera is for no other than " + only)
                        + "; camera:remove " + stored.text("name") + " removes it");
    }

    private List<Finding> attempts(List<CameraStatus> cameras) throws InterruptedException {
        long end = System.nanoTime() + answer.toNanos();
        List<Attempt> attempts = cameras.stream()
                .filter(camera -> camera.state() == CameraState.IDLE)
                .map(this::attempt)
                .toList();
        List<Finding> findings = new ArrayList<>();
        cameras.stream()
                .filter(camera -> camera.state() != CameraState.IDLE && camera.state() != CameraState.LOST)
                .map(camera ->
                        Finding.ok(shown(camera) + " is " + camera.state().value()))
                .forEach(findings::add);
        for (Attempt attempt : attempts) {
            findings.add(outcome(attempt, Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        }
        return findings;
    }

    /** Whatever becomes of the one who waits, a camera that opens is closed again. */
    private Attempt attempt(CameraStatus camera) {
        Promise<MediaStream> opening = devices.getUserMedia(only(camera));
        opening.onSuccess(CameraOpener::stop);
        return new Attempt(camera, opening);
    }

    private static MediaStreamConstraints only(CameraStatus camera) {
        return MediaStreamConstraints.ofVideo(MediaTrackConstraints.builder()
                .exact(ConstrainableProperty.DEVICE_ID, camera.deviceId())
                .build());
    }

    private Finding outcome(Attempt attempt, Duration left) throws InterruptedException {
        String shown = shown(attempt.camera());
        try {
            Answer.of(attempt.opening(), left, "opening", late -> {});
            return Finding.ok(shown + " answers");
        } catch (MediaException e) {
            boolean silent = !attempt.opening().isDone();
            return Finding.problem(
                    shown + " cannot be opened: "
                            + (silent ? "no answer within " + answer.toSeconds() + " s" : e.toString()),
                    "look whether the camera is on and its address is right, from this computer; camera:remove "
                            + attempt.camera().name() + " removes it");
        }
    }

    private static String shown(CameraStatus camera) {
        return camera.name() + " (" + camera.address() + ")";
    }
}
