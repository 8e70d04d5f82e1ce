// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.Sneaky;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Promise;

/** One call into a provider, with its deadline. */
class ProviderCallTest {
    private final VirtualScheduler virtual = new VirtualScheduler();
    private final List<Runnable> alarms = new ArrayList<>();
    private final List<String> overruns = new ArrayList<>();

    @Test
    void aDeadlineThatComesTogetherWithTheReturnDoesNotOverrun() {
        ProviderCall<String> call = start(() -> "value");
        virtual.step(); // the provider came back, and the strand has not run yet
        assertThat(call.result().isDone()).isFalse();

        alarms.forEach(Runnable::run);
        virtual.settle();

        assertThat(Rig.value(call.result())).isEqualTo("value");
        assertThat(overruns).isEmpty();
    }

    @Test
    void whatAProviderThrowsUncheckedIsAFailureOfTheProvider() {
        for (Throwable thrown : List.of(new IllegalStateException("fake: broken"), new Throwable("fake: broken"))) {
            ProviderCall<String> call = start(() -> {
                throw Sneaky.thrown(thrown);
            });
            virtual.settle();

            assertThat(Rig.failure(call.result()))
                    .isInstanceOfSatisfying(
                            CameraException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(CameraException.Reason.FAILED))
                    .hasMessageContaining("fake: broken");
            assertThat(call.returned().isDone()).isTrue();
        }
    }

    @Test
    void itKnowsItsOwnThread() {
        List<ProviderCall<String>> self = new ArrayList<>();
        List<Boolean> own = new ArrayList<>();
        self.add(start(() -> {
            own.add(self.get(0).isCurrentThread());
            return "";
        }));
        virtual.settle();

        assertThat(own).containsExactly(true);
        assertThat(self.get(0).isCurrentThread()).isFalse();
    }

    private ProviderCall<String> start(Callable<String> body) {
        Scheduler scheduler = new AlarmsByHand();
        return ProviderCall.start(
                scheduler,
                new Strand(scheduler),
                "camera-test",
                "camera: look",
                Duration.ofSeconds(2),
                () -> overruns.add("overrun"),
                body);
    }

    /** Alarms go off when the test says so, also in the middle of something. */
    private final class AlarmsByHand implements Scheduler {
        @Override
        public long nanoTime() {
            return virtual.nanoTime();
        }

        @Override
        public void execute(Runnable task) {
            virtual.execute(task);
        }

        @Override
        public void briefly(Runnable task) {
            task.run();
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            alarms.add(task);
            return () -> {};
        }

        @Override
        public Blocking blockThen(String threadName, Supplier<Runnable> call) {
            return virtual.blockThen(threadName, call);
        }

        @Override
        public boolean await(Promise<?> promise, Duration deadline) {
            return virtual.await(promise, deadline);
        }
    }
}
