// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.provider.VideoMode;

/**
 * The other tracks of a camera: what they forbid, and what they get (RES-6). Immutable.
 *
 * @param demands what they ask, as far as it is for video
 * @param limits what each of them requires of the pictures
 */
record OtherTracks(List<Demand> demands, List<OutputLimits> limits) {
    static OtherTracks of(List<Demand> others) {
        List<Demand> demands = others.stream()
                .map(other -> new Demand(Applicable.of(other.constraints(), MediaKind.VIDEO), other.output()))
                .toList();
        List<OutputLimits> limits = demands.stream()
                .map(demand -> OutputLimits.of(demand.constraints().basic(), false))
                .toList();
        return new OtherTracks(demands, limits);
    }

    /** Whether each of them can have from a mode what it requires. */
    boolean agreeTo(VideoMode mode) {
        if (limits.isEmpty()) {
            return true;
        }
        List<Candidate> all = Candidate.of(mode, 0);
        return limits.stream().noneMatch(each -> Candidate.narrowed(all, each).isEmpty());
    }

    /** What another track gets in a mode: what it has, else what is best for it. */
    static Optional<Output> output(VideoMode mode, Demand other) {
        MediaTrackConstraints asked = Applicable.of(other.constraints(), MediaKind.VIDEO);
        List<Candidate> candidates = Candidate.narrowed(Candidate.of(mode, 0), OutputLimits.of(asked.basic(), false));
        Optional<Output> kept = other.output()
                .flatMap(present -> toldIn(mode, present, asked)
                        .filter(told -> candidates.stream().anyMatch(candidate -> candidate.contains(told)))
                        .findFirst());
        return kept.isPresent() || candidates.isEmpty() ? kept : Optional.of(best(candidates, asked));
    }

    private static Output best(List<Candidate> candidates, MediaTrackConstraints asked) {
        List<Candidate> remaining = candidates;
        for (MediaTrackConstraintSet advanced : asked.advanced()) {
            List<Candidate> satisfying = Candidate.narrowed(remaining, OutputLimits.of(advanced, true));
            remaining = satisfying.isEmpty() ? remaining : satisfying;
        }
        return new Ranking(OutputWish.of(asked.basic()), Current.NONE, List.of())
                .best(remaining)
                .output();
    }

    /** An output with the resize mode that it has in another mode of the camera, the better one first. */
    private static Stream<Output> toldIn(VideoMode mode, Output present, MediaTrackConstraints asked) {
        boolean all = present.isAllOf(mode);
        boolean asksToScale = Stream.concat(Stream.of(asked.basic()), asked.advanced().stream())
                .anyMatch(OutputWish::asksToScale);
        boolean scaled = !all || present.cropAndScale() && asksToScale;
        Output told = new Output(present.width(), present.height(), present.frameRate(), scaled);
        return all
                ? Stream.of(told, new Output(present.width(), present.height(), present.frameRate(), !scaled))
                : Stream.of(told);
    }
}
