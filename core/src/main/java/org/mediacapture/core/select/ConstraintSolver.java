// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.provider.VideoMode;

/**
 * SelectSettings (CM-10) over the modes and controls of one device, without listing the settings dictionaries (CM-13). Pure
 * functions.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings">Media Capture and Streams: SelectSettings</a>
 */
public final class ConstraintSolver {
    private ConstraintSolver() {}

    /**
     * Selects settings for a track of a camera.
     *
     * @param space what the camera can be set to
     * @param current what it is set to now; it is kept where the constraints leave the choice
     * @param constraints what is asked
     * @param others the other tracks on the camera; what they require stays satisfiable (RES-6)
     * @return the best settings
     * @throws OverconstrainedException if no settings meet the required constraints
     */
    public static Selection select(
            CameraSpace space, Current current, MediaTrackConstraints constraints, List<Demand> others) {
        MediaTrackConstraints asked = Applicable.of(constraints, MediaKind.VIDEO);
        List<OtherTrack> tracks = OtherTrack.of(others, space.modes());
        List<Candidate> candidates = candidates(space.modes(), tracks);
        Controls controls = Controls.of(space.controls(), space.inherent()).agreedBy(tracks);
        Remaining remaining = Optional.of(candidates)
                .filter(modes -> !modes.isEmpty())
                .flatMap(modes -> Remaining.of(controls, modes, asked))
                .orElseThrow(() -> shortage(space, candidates, controls, others).of(asked.basic()));
        Ranked best = new Ranking(OutputWish.of(asked.basic()), current, tracks).best(remaining.candidates());
        MediaTrackSettings chosen = remaining
                .controls()
                .chosen(remaining.controls().constrainedBy(remaining.sets()), asked.basic(), current.controls());
        double distance = best.distance() + remaining.controls().distance(asked.basic());
        return new Selection(best.mode(), best.output(), chosen, distance);
    }

    /**
     * What another track gets in a mode: its present output if nothing in the mode is better for its constraints, told with the
     * resize mode that it then has; else the best one.
     *
     * @param mode a mode of the camera
     * @param other the other track
     * @return its output, or empty if the mode has nothing that satisfies its required constraints
     */
    public static Optional<Output> output(VideoMode mode, Demand other) {
        return new OtherTrack(other, List.of(mode)).output(mode);
    }

    /**
     * What another track gets in a mode into which the camera went by itself; media goes on also where the mode cannot meet what
     * the track requires (OC-1).
     *
     * @param mode a mode of the camera
     * @param other the other track
     * @return its output, else the nearest one
     */
    public static Output outputAfterDrift(VideoMode mode, Demand other) {
        return output(mode, other).orElseGet(() -> Drift.output(mode, other));
    }

    /**
     * Selects settings for a track of a microphone.
     *
     * @param capabilities what the microphone can be set to
     * @param inherent deviceId and groupId as the asking origin sees them
     * @param current the values that it has; they are kept where the constraints leave the choice
     * @param constraints what is asked; what is not for sound is left out (GUM-6, CM-18)
     * @return a value for each capability
     * @throws OverconstrainedException if no settings meet the required constraints
     */
    public static SoundSelection selectSound(
            MediaTrackCapabilities capabilities,
            MediaTrackSettings inherent,
            MediaTrackSettings current,
            MediaTrackConstraints constraints) {
        MediaTrackConstraints asked = Applicable.of(constraints, MediaKind.AUDIO);
        Controls all = Controls.of(capabilities, inherent);
        Controls controls = Remaining.of(all, List.of(), asked)
                .orElseThrow(() -> new Shortage(List.of(), all, capabilities, "microphone", capabilities.toString(), "")
                        .of(asked.basic()))
                .controls();
        MediaTrackSettings chosen = controls.chosen(controls.domains().keySet(), asked.basic(), current);
        return new SoundSelection(inherent.with(chosen), controls.distance(asked.basic()));
    }

    private static List<Candidate> candidates(List<VideoMode> modes, List<OtherTrack> others) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            VideoMode mode = modes.get(i);
            if (agree(others, mode)) {
                candidates.addAll(Candidate.of(mode, i));
            }
        }
        return candidates;
    }

    private static boolean agree(List<OtherTrack> others, VideoMode mode) {
        for (OtherTrack other : others) {
            if (!other.agreesTo(mode)) {
                return false;
            }
        }
        return true;
    }

    /** What other tracks ask is nobody's business: it may name devices as another origin knows them (PERM-7, DEV-1). */
    private static Shortage shortage(
            CameraSpace space, List<Candidate> candidates, Controls controls, List<Demand> others) {
        MediaTrackCapabilities offered = MediaTrackCapabilities.builder()
                .with(space.capabilities())
                .with(space.controls()) // with support for points of interest, which is not published
                .build();
        return new Shortage(
                candidates,
                controls,
                offered,
                "camera",
                "modes " + space.modes(),
                others.isEmpty() ? "" : " as far as its other tracks let it");
    }
}
