// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/** Network cameras that send more than anybody takes: the newest frame wins, and what waits is bounded. */
class OverloadTest extends NetworkFaults {
    /** What the sockets of the loopback, and a reader's buffer, hold at most. */
    private static final int IN_SOCKETS = 24 * 1024 * 1024;

    /** So many frames the camera sends while the slow consumer looks at one; fewer than from one key frame to the next. */
    private static final int FRAMES_PER_FRAME = 10;

    private static final int FRAMES_TAKEN = 25;

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

    @Test
    void aConsumerOfVideoThatSleepsHoldsUpNobodyAndGoesOnWithTheNewestFrame(@TempDir Path directory) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory)) {
            configure("javacv", Map.of("url", rtsp.url()));
            MediaStreamTrack track = open();
            Semaphore awake = new Semaphore(0);
            List<Long> taken = new CopyOnWriteArrayList<>();
            FrameSubscription frames = track.frames(new FrameOptions(1, false), frame -> {
                taken.add(frame.sequence());
                frame.close();
                awake.acquireUninterruptibly();
            });

            Await.until("the consumer sleeps over its first frame", () -> taken.size() == 1);
            long before = frames.discarded(); // the first one may have come late itself
            Await.until("many frames were not taken", () -> frames.discarded() > before + 30);
            Await.value(captures.create(track).takePhoto());
            long missed = frames.discarded() - before;
            awake.release(1_000);
            Await.until("the consumer goes on", () -> taken.size() > 3);

            assertThat(taken.get(1) - taken.get(0))
                    .as("frames from the first to the second")
                    .isGreaterThan(missed);
            assertThat(taken).isSorted().doesNotHaveDuplicates();
            assertThat(events()).isEmpty();
            frames.close();
            track.stop();
        }
    }

    /**
     * Another connection to the same camera, which nothing holds up, tells how many frames were sent: the consumer takes so long for
     * one as the camera for several. Of those that wait in the sockets it would get all, one later than the other.
     */
    @Test
    void videoThatIsTakenMoreSlowlyThanItComesIsNotOlderAndOlder(@TempDir Path directory) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory);
                Door witness = new Door("witness", context, configurations, devices, admin)) {
            witness.configure(rtsp.url().replace("127.0.0.1", "localhost"), "javacv", PATIENT);
            witness.awaitProviders(List.of("javacv"));
            configure("javacv", Map.of("url", rtsp.url()));
            MediaStreamTrack track = open();
            List<Long> taken = new CopyOnWriteArrayList<>();
            List<Long> behind = new CopyOnWriteArrayList<>();

            try (FrameClock clock = new FrameClock(witness.open())) {
                track.frames(new FrameOptions(1, true), frame -> {
                    behind.add(clock.latest() - frame.sequence());
                    taken.add(frame.sequence());
                    frame.close();
                    clock.await(FRAMES_PER_FRAME);
                });
                for (int count = 1; count <= FRAMES_TAKEN; count++) {
                    int enough = count;
                    Await.until("frame " + count + " is taken", () -> taken.size() >= enough);
                }
            }
            track.stop();

            assertThat(taken).isSorted().doesNotHaveDuplicates();
            assertThat(behind)
                    .as("frames sent since the one that is taken")
                    .allMatch(count -> count - behind.get(0) < FRAMES_TAKEN * (FRAMES_PER_FRAME - 1) / 2);
            assertThat(events()).isEmpty();
        }
    }
}
