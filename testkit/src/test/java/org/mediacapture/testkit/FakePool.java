// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.VideoMode;

/** Four buffers of a mode. Thread-safe. */
final class FakePool {
    private static final int SIZE = 4;

    private final Set<Fault> faults;
    private final List<FrameData> all = new ArrayList<>();
    private final BlockingQueue<FrameData> idle = new ArrayBlockingQueue<>(SIZE);
    private volatile boolean closed;

    FakePool(VideoMode mode, Set<Fault> faults) {
        this.faults = faults;
        for (int i = 0; i < SIZE; i++) {
            FrameData data = FakePictures.blank(mode, faults.contains(Fault.SHORT_BUFFER));
            all.add(data);
            idle.add(data);
        }
    }

    Optional<FrameData> take() throws InterruptedException {
        return faults.contains(Fault.WAITS_FOR_A_BUFFER) ? Optional.of(idle.take()) : Optional.ofNullable(idle.poll());
    }

    Runnable release(FrameData data) {
        if (faults.contains(Fault.OVERWRITES)) {
            idle.add(data);
            return () -> {};
        }
        return () -> {
            if (closed && faults.contains(Fault.RELEASE_THROWS_WHEN_CLOSED)) {
                throw new IllegalStateException("the pool is closed");
            }
            idle.add(data);
        };
    }

    void close() {
        closed = true;
        if (faults.contains(Fault.CLEARS_ON_CLOSE)) {
            all.forEach(data -> FakePictures.draw(data, -1));
        }
    }
}
