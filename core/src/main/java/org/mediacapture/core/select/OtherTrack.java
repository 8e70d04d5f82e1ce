// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.provider.VideoMode;

/**
 * Another track of the camera: what it forbids, and what it gets in a mode (RES-6). Its constraints may be thousands of sets,
 * so that they are read once, and once more for each mode that somebody asks about. Confined to the thread that selects.
 */
final class OtherTrack {
    private final MediaTrackConstraints asked;
    private final Optional<Output> present;
    private final OutputLimits limits;
    private final List<OutputLimits> advanced;
    private final OutputWish wish;
    private final boolean asksToScale;
    private final Map<VideoMode, Optional<Output>> outputs = new HashMap<>();

    /**
     * Reads what another track asks.
     *
     * @param modes the modes that will be asked about
     */
    OtherTrack(Demand demand, List<VideoMode> modes) {
        asked = Applicable.of(demand.constraints(), MediaKind.VIDEO);
        present = demand.output();
        limits = OutputLimits.of(asked.basic(), false);
        List<Candidate> all = Candidate.narrowed(
                modes.stream().flatMap(mode -> Candidate.of(mode, 0).stream()).toList(), limits);
        Optional<Hull> hull = all.isEmpty() ? Optional.empty() : Optional.of(Hull.of(all));
        advanced = asked.advanced().stream()
                .map(set -> OutputLimits.of(set, true))
                .filter(set ->
                        !set.isNothing() && hull.isPresent() && hull.get().mayMeet(set))
                .distinct()
                .toList();
        wish = OutputWish.of(asked.basic());
        asksToScale = Stream.concat(Stream.of(asked.basic()), asked.advanced().stream())
                .anyMatch(OutputWish::asksToScale);
    }

    /** Reads what other tracks ask; those that ask and have the same count once, since all must agree. */
    static List<OtherTrack> of(List<Demand> demands, List<VideoMode> modes) {
        return demands.stream()
                .distinct()
                .map(demand -> new OtherTrack(demand, modes))
                .toList();
    }

    /** What it asks, as far as it is for video. */
    MediaTrackConstraints asked() {
        return asked;
    }

    /** Whether it can have from a mode what it requires. */
    boolean agreesTo(VideoMode mode) {
        return limits.isNothing()
                || !Candidate.narrowed(Candidate.of(mode, 0), limits).isEmpty();
    }

    /** Whether it has in a mode what it has now. */
    boolean isKeptIn(VideoMode mode) {
        return present.isEmpty() || output(mode).equals(present);
    }

    /** What it gets in a mode: what it has, if nothing there is better for it, else that. */
    Optional<Output> output(VideoMode mode) {
        return outputs.computeIfAbsent(mode, this::select);
    }

    private Optional<Output> select(VideoMode mode) {
        List<Candidate> candidates = Candidate.narrowed(Candidate.of(mode, 0), limits);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> remaining = narrowed(candidates);
        Ranked best = new Ranking(wish, Current.NONE, List.of()).best(remaining);
        return present.stream()
                .flatMap(this::told)
                .filter(told -> remaining.stream().anyMatch(candidate -> candidate.contains(told)))
                .filter(told -> wish.distance(told) <= best.distance() + Ranking.TIE)
                .findFirst()
                .or(() -> Optional.of(best.output()));
    }

    private List<Candidate> narrowed(List<Candidate> candidates) {
        List<Candidate> remaining = candidates;
        Hull hull = Hull.of(remaining);
        for (OutputLimits set : advanced) {
            List<Candidate> satisfying = hull.mayMeet(set) ? Candidate.narrowed(remaining, set) : List.of();
            if (!satisfying.isEmpty()) {
                remaining = satisfying;
                hull = Hull.of(remaining);
            }
        }
        return remaining;
    }

    /** An output with either resize mode, the better one first; only a native size and rate can have both (CM-14). */
    private Stream<Output> told(Output output) {
        boolean scaled = output.cropAndScale() && asksToScale;
        return Stream.of(output.told(scaled), output.told(!scaled));
    }
}
