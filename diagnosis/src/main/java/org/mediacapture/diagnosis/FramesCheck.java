// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.TrackStatus;

/**
 * Whether the frames of the cameras that are in use flow. Immutable.
 *
 * @param cameras how frames flow
 * @param tracks the tracks of all bundles
 */
public record FramesCheck(Supplier<List<CameraStatistics>> cameras, Supplier<List<TrackStatus>> tracks)
        implements Check {
    @Override
    public String subject() {
        return "frames";
    }

    @Override
    public List<Finding> findings() {
        List<TrackStatus> held = tracks.get();
        List<Finding> findings = new ArrayList<>();
        cameras.get().stream()
                .filter(camera -> camera.state() == CameraState.STREAMING)
                .forEach(camera -> findings.add(finding(camera, held)));
        return findings.isEmpty() ? List.of(Finding.ok("no camera is in use")) : findings;
    }

    private static Finding finding(CameraStatistics camera, List<TrackStatus> held) {
        FrameStatistics frames = camera.frames();
        if (frames.frameRate() > 0) {
            return Finding.ok(String.format(
                    Locale.ROOT,
                    "%s delivers %s to %s%s",
                    camera.camera(),
                    rate(frames.frameRate()),
                    tracks(camera.tracks().size()),
                    frames.latency()
                            .map(latency -> ", " + latency.toMillis() + " ms old")
                            .orElse("")));
        }
        if (held.stream().anyMatch(track -> track.camera().equals(camera.camera()) && track.muted())) {
            return Finding.problem(
                    camera.camera() + " delivers no frames: its tracks are muted",
                    "open the cover of its lens, or switch it on; while a photo is taken this lasts for a moment");
        }
        return hasJustBegun(camera)
                ? Finding.note(
                        camera.camera() + " has only begun to deliver frames",
                        "wait: deadline.first-frame of org.mediacapture.core says for how long it may start")
                : Finding.problem(
                        camera.camera() + " has ceased to deliver frames",
                        "wait: after deadline.stall of org.mediacapture.core it counts as lost, and another provider is"
                                + " looked for");
    }

    /** The camera's own frames count since it came, its tracks' since it was opened for them; of a single frame there is no rate. */
    private static boolean hasJustBegun(CameraStatistics camera) {
        return camera.frames().total() < 2
                || !camera.tracks().isEmpty()
                        && camera.tracks().stream()
                                .allMatch(track -> track.frames().total() < 2);
    }

    private static String rate(double perSecond) {
        return perSecond < 1
                ? String.format(Locale.ROOT, "a frame every %.1f seconds", 1 / perSecond)
                : String.format(Locale.ROOT, "%.1f frames per second", perSecond);
    }

    private static String tracks(int count) {
        return count == 1 ? "1 track" : count + " tracks";
    }
}
