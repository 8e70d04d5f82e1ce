// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** Turns of a queue whose operations the test ends itself. */
class ControlQueueTest {
    private final ControlQueue queue = new ControlQueue();
    private final List<Turn<String>> begun = new ArrayList<>();

    @Test
    void operationsHaveTheirTurnOneAfterTheOther() throws Exception {
        Promise<String> first = submit("one");
        Promise<String> second = submit("one");
        assertThat(begun).hasSize(1);

        begun.get(0).resolve("first");
        assertThat(begun).hasSize(2);
        begun.get(1).fail(new IllegalStateException("second"));

        assertThat(first.getValue()).isEqualTo("first");
        assertThat(second.getFailure()).hasMessage("second");
    }

    @Test
    void onlyTheFirstOutcomeOfATurnCounts() throws Exception {
        Promise<String> first = submit("one");
        submit("one");
        submit("one");

        begun.get(0).resolve("first");
        begun.get(0).resolve("again");
        begun.get(0).fail(new IllegalStateException("or not"));

        assertThat(first.getValue()).isEqualTo("first");
        assertThat(begun).as("the third waits for the second").hasSize(2);
    }

    @Test
    void anOperationThatThrowsFailsAndTheNextHasItsTurn() throws Exception {
        Promise<String> failed = queue.submit(this, turn -> {
            throw new IllegalStateException("broken");
        });
        submit("one");

        assertThat(failed.getFailure()).hasMessage("broken");
        assertThat(begun).hasSize(1);
    }

    @Test
    void noOperationOfAnOwnerBeginsWhileItsOperationsAreCancelled() throws Exception {
        Promise<String> first = submit("one");
        begun.get(0).onGivenUp(begun.get(0)::fail);
        Promise<String> second = submit("one");
        submit("other");

        queue.cancel("one", () -> new TrackEndedException("stopped"));

        assertThat(first.getFailure()).hasMessage("stopped");
        assertThat(second.getFailure()).hasMessage("stopped");
        assertThat(begun).as("the first of one, then that of the other").hasSize(2);
        assertThat(begun.get(1).isOwnedBy("other")).isTrue();
    }

    @Test
    void anOperationThatWasGivenUpKeepsItsTurnUntilItEnds() throws Exception {
        Deferred<String> asked = ProviderCall.INLINE.deferred();
        Completion<String> asker = Completion.of(asked);
        queue.submit("one", asker, begun::add);
        submit("one");

        queue.giveUp(asker, new IllegalStateException("too late"));
        assertThat(asked.getPromise().getFailure()).hasMessage("too late");
        assertThat(begun).hasSize(1);

        begun.get(0).resolve("late");
        assertThat(begun).hasSize(2);
    }

    @Test
    void whoAsksWhetherATurnWasGivenUpAfterwardsIsToldAtOnce() {
        submit("one");
        queue.cancel("one", () -> new TrackEndedException("stopped"));
        List<Throwable> told = new ArrayList<>();

        begun.get(0).onGivenUp(told::add);

        assertThat(told).singleElement().satisfies(why -> assertThat(why).hasMessage("stopped"));
    }

    @Test
    void aLostOperationIsRepeatedOnceWhenTheQueueIsResumed() throws Exception {
        Promise<String> asked = submit("one");
        begun.get(0).fail(new SessionLostException("gone"));
        assertThat(begun).hasSize(1);

        queue.resume();
        assertThat(begun).hasSize(2);
        begun.get(1).fail(new SessionLostException("gone again"));

        assertThat(Optional.ofNullable(asked.getFailure()).orElseThrow()).hasMessageContaining("lost twice");
    }

    private Promise<String> submit(String owner) {
        return queue.submit(owner, begun::add);
    }
}
