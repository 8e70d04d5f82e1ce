// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Strand;
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
}
