// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaKind;

/** The rules of reactive streams, by their numbers, and what becomes of frames that nobody wants. */
class FramePublisherTest {
    private final FakeTrack track = FakeTrack.video();
    private final FramePublisher publisher = new FramePublisher(track.track());

    @Test
    void asManyFramesComeAsWereRequested() { // 1.1
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(2));

        FakeFrame first = track.frame();
        FakeFrame second = track.frame();
        FakeFrame third = track.frame();

        assertThat(subscriber.frames()).containsExactly(first.handle(), second.handle());
        assertThat(first.isClosed()).as("whose the frame is").isFalse();
        assertThat(third.isClosed()).as("it waits").isFalse();
    }

    @Test
    void theLatestFrameWaitsForARequestAndOlderOnesAreClosedAndCounted() {
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(1));
        track.frame();
        FakeFrame stale = track.frame();
        FakeFrame latest = track.frame();

        assertThat(stale.isClosed()).isTrue();
        assertThat(publisher.discarded()).isEqualTo(1);

        subscriber.subscription().request(1);

        assertThat(subscriber.frames()).hasSize(2).last().isSameAs(latest.handle());
    }

    @Test
    void theSubscriptionComesBeforeEverything() { // 1.9
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(1));
        track.frame();
        track.end();

        assertThat(subscriber.signals()).containsExactly("subscribe", "frame", "complete");
    }

    @Test
    void aTrackThatRefusesToBeReadIsToldAsAnError() { // 1.9
        track.breakDown();
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(1));

        assertThat(subscriber.signals()).containsExactly("subscribe", "error");
    }

    @Test
    void nothingComesAfterTheEnd() { // 1.7
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(9));
        track.end();
        subscriber.subscription().request(1);
        subscriber.subscription().request(-1);
        subscriber.subscription().cancel();

        assertThat(subscriber.signals()).containsExactly("subscribe", "complete");
    }

    @Test
    void aFrameThatStillWaitsAtTheEndIsClosed() {
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(1));
        track.frame();
        FakeFrame waiting = track.frame();
        track.end();

        assertThat(waiting.isClosed()).isTrue();
        assertThat(subscriber.signals()).containsExactly("subscribe", "frame", "complete");
    }

    @Test
    void aTrackThatHasEndedCompletesItsSubscriberAfterTheSubscription() {
        track.end();

        assertThat(subscribe(RecordingSubscriber.requesting(1)).signals()).containsExactly("subscribe", "complete");
    }

    @Test
    void requestsBelowOneAreAnError() { // 3.9
        for (long wrong : new long[] {0, -1, Long.MIN_VALUE}) {
            RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(wrong));
            track.frame();

            assertThat(subscriber.signals()).containsExactly("subscribe", "error");
            assertThat(subscriber.errors().get(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("n: " + wrong)
                    .hasMessageContaining("3.9");
            assertThat(track.subscribers()).isZero();
        }
    }

    @Test
    void cancellingEndsTheSubscriptionToTheTrack() { // 3.12, 3.13
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(1));
        track.frame();
        FakeFrame waiting = track.frame();
        subscriber.subscription().cancel();
        subscriber.subscription().cancel(); // 3.7
        subscriber.subscription().request(1); // 3.6

        assertThat(track.subscribers()).isZero();
        assertThat(waiting.isClosed()).isTrue();
        assertThat(subscriber.signals()).containsExactly("subscribe", "frame");
    }

    @Test
    void whoCancelsAtOnceNeverReachesTheTrack() { // 2.8
        subscribe(new RecordingSubscriber(Flow.Subscription::cancel));

        assertThat(track.subscribers()).isZero();
    }

    @Test
    void aFrameThatComesAfterCancellingIsClosed() {
        RecordingSubscriber late = RecordingSubscriber.requesting(1);
        subscribe(RecordingSubscriber.requesting(1)
                .using(frame -> late.subscription().cancel()));
        subscribe(late);
        FakeFrame frame = track.frame(); // which is on its way to both

        assertThat(late.frames()).isEmpty();
        assertThat(frame.isClosed()).isTrue();
    }

    @Test
    void aRequestWithinACallIsServedAfterIt() { // 3.3
        RecordingSubscriber subscriber = RecordingSubscriber.requesting(1);
        subscriber.using(frame -> {
            if (subscriber.frames().size() == 1) {
                track.frame();
            }
            subscriber.subscription().request(1);
        });
        subscribe(subscriber);
        track.frame();

        assertThat(subscriber.frames()).hasSize(2);
        assertThat(subscriber.deepest()).isEqualTo(1);
    }

    @Test
    void requestsAddUpToNoEnd() { // 3.17
        RecordingSubscriber subscriber = subscribe(RecordingSubscriber.requesting(Long.MAX_VALUE));
        subscriber.subscription().request(Long.MAX_VALUE);
        track.frame();
        track.frame();

        assertThat(subscriber.signals()).containsExactly("subscribe", "frame", "frame");
    }

    @Test
    void aSubscriberThatThrowsGetsNoMoreFramesAndItsFrameIsClosed() { // 2.13
        RecordingSubscriber subscriber =
                subscribe(RecordingSubscriber.requesting(9).using(frame -> {
                    throw new IllegalStateException("broken");
                }));
        FakeFrame frame = track.frame();
        track.frame();

        assertThat(subscriber.signals()).containsExactly("subscribe", "frame");
        assertThat(frame.isClosed()).isTrue();
        assertThat(track.subscribers()).isZero();
    }

    @Test
    void subscribersHaveADemandOfTheirOwn() { // 1.11
        RecordingSubscriber one = subscribe(RecordingSubscriber.requesting(1));
        RecordingSubscriber two = subscribe(RecordingSubscriber.requesting(2));
        track.frame();
        track.frame();

        assertThat(one.frames()).hasSize(1);
        assertThat(two.frames()).hasSize(2);
    }

    @Test
    void nullIsRefused() { // 1.9
        assertThatNullPointerException().isThrownBy(() -> publisher.subscribe(null));
    }

    @Test
    void aMicrophoneIsRefused() {
        FakeTrack sound = new FakeTrack(MediaKind.AUDIO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FramePublisher(sound.track()))
                .withMessageContaining("track: fake");
    }

    private RecordingSubscriber subscribe(RecordingSubscriber subscriber) {
        publisher.subscribe(subscriber);
        return subscriber;
    }
}
