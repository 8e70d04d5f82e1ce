// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/** Network cameras that send more than anybody takes: the newest frame wins, and what waits is bounded. */
class OverloadTest extends NetworkFaults {
    /** What the sockets of the loopback, and a reader's buffer, hold at most. */
    private static final int IN_SOCKETS = 24 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void aConsumerThatSleepsHoldsUpNobodyAndGoesOnWithTheNewestFrame(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        Semaphore awake = new Semaphore(0);
        AtomicInteger taken = new AtomicInteger();
        FrameSubscription frames = track.frames(new FrameOptions(1, false), frame -> {
            frame.close();
            awake.acquireUninterruptibly();
            taken.incrementAndGet();
        });

        Await.until("many frames were not taken", () -> frames.discarded() > 50);
        assertThat(frames.delivered()).isLessThanOrEqualTo(2);
        server.behave(Behaviour.stream(Pictures.jpeg(2)));

        awaitPhoto(track, 2);
        awake.release(1_000);
        Await.until("the consumer goes on", () -> taken.get() > 5);
        assertThat(events()).isEmpty();
        frames.close();
        track.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void aFloodOfFramesWaitsInNothingButSockets(String provider) throws Exception {
        byte[] part = Behaviour.part(Pictures.jpeg(1));
        AtomicInteger sent = new AtomicInteger();
        server.behave(Behaviour.flood(connection -> {
            connection.send(part);
            sent.incrementAndGet();
        }));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        Queue<Long> waiting = new ConcurrentLinkedQueue<>();
        FrameSubscription frames = track.frames(new FrameOptions(1, true), frame -> {
            waiting.add(sent.get() - frame.sequence());
            frame.close();
        });

        Await.until("many frames were sent", () -> sent.get() > 5_000 && waiting.size() > 20);
        frames.close();
        assertPhoto(track, 1);

        assertThat(waiting)
                .as("frames on their way when one is delivered")
                .allMatch(count -> count <= IN_SOCKETS / part.length);
        assertThat(events()).isEmpty();
        track.stop();
    }
}
