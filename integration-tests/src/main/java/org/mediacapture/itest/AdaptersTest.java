// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.adapters.FrameEventSource;
import org.mediacapture.adapters.FramePublisher;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;
import org.osgi.util.pushstream.PushStream;
import org.osgi.util.pushstream.PushStreamProvider;

/** The frames of the mock camera as other libraries get them. */
class AdaptersTest {
    @InjectService
    MediaDevices devices;

    private MediaStreamTrack track;

    @BeforeEach
    void openMock() throws Exception {
        String id = Await.value(devices.enumerateDevices()).stream()
                .filter(info -> info.label().equals("Mock camera"))
                .map(MediaDeviceInfo::deviceId)
                .findFirst()
                .orElseThrow();
        MediaTrackConstraints mock = MediaTrackConstraints.builder()
                .exact(ConstrainableProperty.DEVICE_ID, id)
                .build();
        track = Await.value(devices.getUserMedia(MediaStreamConstraints.ofVideo(mock)))
                .getVideoTracks()
                .get(0);
    }

    @AfterEach
    void stopTrack() {
        track.stop();
    }

    @Test
    void aSubscriberGetsAsManyFramesAsItAsksForAndTheEndOfTheTrack() throws Exception {
        Asking subscriber = new Asking();
        new FramePublisher(track).subscribe(subscriber);

        subscriber.ask(1);
        long first = Long.parseLong(Await.next(subscriber.signals));
        subscriber.ask(1);
        long second = Long.parseLong(Await.next(subscriber.signals));
        track.stop();

        assertThat(second).isGreaterThan(first);
        assertThat(Await.next(subscriber.signals)).isEqualTo("complete");
        assertThat(subscriber.signals).isEmpty();
    }

    @Test
    void aPushStreamTakesFramesUntilItHasEnough() throws Exception {
        FrameEventSource source = new FrameEventSource(track);
        try (PushStream<VideoFrame> frames =
                new PushStreamProvider().buildStream(source).unbuffered().build()) {
            Promise<List<Integer>> widths = frames.map(frame -> {
                        try (frame) {
                            return frame.visible().width();
                        }
                    })
                    .limit(3)
                    .collect(Collectors.toList());

            assertThat(Await.value(widths)).containsExactly(640, 640, 640);
        }
    }

    @Test
    void aPushStreamEndsWithTheTrack() throws Exception {
        FrameEventSource source = new FrameEventSource(track);
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        try (PushStream<VideoFrame> frames =
                new PushStreamProvider().buildStream(source).unbuffered().build()) {
            Promise<Void> end = frames.forEach(frame -> {
                seen.add(frame.sequence());
                frame.close();
            });
            Await.next(seen);
            track.stop();

            Await.settled(end);
            assertThat(end.getFailure()).isNull();
        }
    }

    /** Asks for frames when a test says so, and tells their numbers and the end. Thread-safe. */
    private static final class Asking implements Flow.Subscriber<VideoFrame> {
        private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
        private volatile Flow.Subscription subscription;

        void ask(long frames) {
            subscription.request(frames);
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(VideoFrame frame) {
            try (frame) {
                signals.add(Long.toString(frame.sequence()));
            }
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(failure.toString());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
