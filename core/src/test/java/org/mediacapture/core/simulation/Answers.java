// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mediacapture.constraint.MediaException;
import org.osgi.util.promise.Promise;

/**
 * What was asked of the core: each promise settles, fails with an error of the specification if it fails, and what one control
 * queue does succeeds in the order of the calls (IC-19, AC-2). Confined to the test's thread.
 */
final class Answers {
    private final Story story;
    private final List<Asked> open = new ArrayList<>();
    private final Map<Object, List<Turn>> queues = new IdentityHashMap<>();

    Answers(Story story) {
        this.story = story;
    }

    /** Expects that a promise settles. */
    <T> Promise<T> expect(String what, Promise<T> answer) {
        story.tell(what);
        open.add(new Asked(what, answer));
        return answer;
    }

    /**
     * Expects that a promise does not succeed before others that came to a queue earlier are settled.
     *
     * @param queue the camera, or the track, in whose order it is
     * @param keepsOrder whether the order still holds when the promise succeeds
     * @param holdsUp whether it must be settled before later ones succeed
     */
    void inTurn(Object queue, String what, Promise<?> answer, BooleanSupplier keepsOrder, boolean holdsUp) {
        queues.computeIfAbsent(queue, any -> new ArrayList<>()).add(new Turn(what, answer, keepsOrder, holdsUp));
    }

    /** Looks what has been settled since it looked last; called after each step of the core. */
    void look() {
        queues.values().forEach(this::look);
    }

    private void look(List<Turn> queue) {
        Turn before = null;
        for (Iterator<Turn> turns = queue.iterator(); turns.hasNext(); ) {
            Turn turn = turns.next();
            if (!turn.answer.isDone()) {
                before = before == null && turn.holdsUp ? turn : before;
                continue;
            }
            turns.remove();
            if (before != null && succeeded(turn.answer) && turn.keepsOrder.getAsBoolean()) {
                story.wrong("'" + turn.what + "' overtook '" + before.what + "'");
            }
        }
    }

    /** Looks whether everything is settled, and how. */
    void checkSettled(String when) {
        for (Asked asked : open) {
            story.check(asked.answer.isDone(), when + " there is no answer to '" + asked.what + "'");
            if (asked.answer.isDone() && !succeeded(asked.answer)) {
                Throwable failure = failure(asked.answer);
                story.check(failure instanceof MediaException, "'" + asked.what + "' failed with " + failure);
            }
        }
        open.removeIf(asked -> asked.answer.isDone());
    }

    /** Whether a settled promise was resolved. */
    static boolean succeeded(Promise<?> settled) {
        return failure(settled) == null;
    }

    /** The failure of a settled promise, or null. */
    static Throwable failure(Promise<?> settled) {
        try {
            return settled.getFailure();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private record Asked(String what, Promise<?> answer) {}

    private record Turn(String what, Promise<?> answer, BooleanSupplier keepsOrder, boolean holdsUp) {}
}
