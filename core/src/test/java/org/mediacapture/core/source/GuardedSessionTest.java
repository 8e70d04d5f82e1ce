// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Strand;
import org.mediacapture.core.time.SystemScheduler;
import org.mediacapture.provider.CameraSession;
import org.osgi.util.promise.Promise;

/** One guarded session. */
class GuardedSessionTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();

    @Test
    void aCallIntoASessionThatIsNotOpenFailsAndNamesTheCamera() {
        GuardedSession session = new GuardedSession(
                Rig.offer(new FakeDevice(), "fake", "fake:door", 0, 1),
                "door",
                scheduler,
                new Strand(scheduler),
                Deadlines.DEFAULT,
                new Deaf(),
                FrameGate.opened());

        Promise<?> call = session.call("settings", Deadlines.DEFAULT.control(), CameraSession::settings);
        scheduler.settle();

        assertThat(Rig.failure(call)).hasMessageContaining("fake:door (fake): the session is not open");
    }

    @Test
    void theThreadOfACallIsTheSessionsOwnNoLongerThanTheCall() throws Exception {
        FakeDevice device = new FakeDevice();
        CompletableFuture<Boolean> during = new CompletableFuture<>();
        CompletableFuture<Boolean> afterwards = new CompletableFuture<>();
        CountDownLatch listens = new CountDownLatch(1);
        try (SystemScheduler system = new SystemScheduler()) {
            GuardedSession session = new GuardedSession(
                    Rig.offer(device, "fake", "fake:door", 0, 1),
                    "door",
                    system,
                    Strand.ofBriefTasks(system),
                    Deadlines.DEFAULT,
                    new Deaf(),
                    FrameGate.opened());
            device.whileOpening = sink -> {
                sink.muted(true);
                during.complete(session.isOwnThread());
                await(listens);
            };

            session.open().onResolve(() -> afterwards.complete(session.isOwnThread()));
            listens.countDown();

            assertThat(during.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(afterwards.get(30, TimeUnit.SECONDS)).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
