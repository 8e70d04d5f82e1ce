// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;

/**
 * What the filters of SelectSettings leave (CM-10, steps 2 to 4): every combination of a dictionary of the candidates with
 * values of the controls. Immutable.
 *
 * @param sets the basic set and the advanced sets that were taken
 */
record Remaining(Controls controls, List<Candidate> candidates, List<MediaTrackConstraintSet> sets) {
    /** What satisfies the required constraints and, as far as they can be, the advanced sets; empty if nothing does. */
    static Optional<Remaining> of(Controls controls, List<Candidate> candidates, MediaTrackConstraints asked) {
        Optional<Remaining> basic = new Remaining(controls, candidates, List.of())
                .narrowedBy(asked.basic(), OutputLimits.of(asked.basic(), false), false);
        if (basic.isEmpty()) {
            return Optional.empty();
        }
        List<MediaTrackConstraintSet> taken = new ArrayList<>();
        taken.add(asked.basic());
        Remaining remaining = basic.get();
        Hull hull = Hull.of(remaining.candidates);
        for (MediaTrackConstraintSet advanced : asked.advanced()) {
            OutputLimits limits = OutputLimits.of(advanced, true);
            Optional<Remaining> narrowed =
                    hull.mayMeet(limits) ? remaining.narrowedBy(advanced, limits, true) : Optional.empty();
            if (narrowed.isPresent()) {
                taken.add(advanced);
                hull = narrowed.get().candidates == remaining.candidates ? hull : Hull.of(narrowed.get().candidates);
                remaining = narrowed.get();
            }
        }
        return Optional.of(new Remaining(remaining.controls, remaining.candidates, taken));
    }

    private Optional<Remaining> narrowedBy(MediaTrackConstraintSet set, OutputLimits limits, boolean advanced) {
        Optional<Controls> values = controls.narrowedBy(set, advanced);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> dictionaries = Candidate.narrowed(candidates, limits);
        return dictionaries.isEmpty() && !candidates.isEmpty() // a microphone has none from the start
                ? Optional.empty()
                : Optional.of(new Remaining(values.get(), dictionaries, sets));
    }
}
