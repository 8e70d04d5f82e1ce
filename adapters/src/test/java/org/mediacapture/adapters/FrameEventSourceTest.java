// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.frame.VideoFrame;
import org.osgi.util.pushstream.PushEvent;
import org.osgi.util.pushstream.PushEventConsumer;

/** What a consumer of push events is told, and what becomes of frames that it does not want. */
class FrameEventSourceTest {
    private final FakeTrack track = FakeTrack.video();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1); // it may wrap
    private final FrameEventSource source = new FrameEventSource(track.track(), clock::get);
    private final List<PushEvent<? extends VideoFrame>> events = new ArrayList<>();

    @Test
    void framesAreDataAndStayOpen() {
        source.open(answering(PushEventConsumer.CONTINUE));
        FakeFrame frame = track.frame();

        assertThat(types()).containsExactly(PushEvent.EventType.DATA);
        assertThat(events.get(0).getData()).isSameAs(frame.handle());
        assertThat(frame.isClosed()).isFalse();
    }

    @Test
    void aPositiveAnswerIsAPauseOfThatManyMilliseconds() {
        source.open(answering(40));
        track.frame();
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(40) - 1);
        FakeFrame early = track.frame();
        clock.incrementAndGet();
        FakeFrame due = track.frame();

        assertThat(early.isClosed()).isTrue();
        assertThat(due.isClosed()).isFalse();
        assertThat(events).hasSize(2);
        assertThat(source.discarded()).isEqualTo(1);
    }

    @Test
    void aNegativeAnswerClosesTheChannel() {
        source.open(answering(PushEventConsumer.ABORT));
        track.frame();
        track.frame();

        assertThat(types()).containsExactly(PushEvent.EventType.DATA, PushEvent.EventType.CLOSE);
        assertThat(track.subscribers()).isZero();
    }

    @Test
    void closingSendsOneCloseEvent() throws Exception {
        AutoCloseable channel = source.open(answering(PushEventConsumer.CONTINUE));
        channel.close();
        channel.close();

        assertThat(types()).containsExactly(PushEvent.EventType.CLOSE);
        assertThat(track.subscribers()).isZero();
    }

    @Test
    void theEndOfTheTrackClosesTheChannel() {
        source.open(answering(PushEventConsumer.CONTINUE));
        track.frame();
        track.end();

        assertThat(types()).containsExactly(PushEvent.EventType.DATA, PushEvent.EventType.CLOSE);
    }

    @Test
    void aTrackThatHasEndedClosesTheChannelAtOnce() {
        track.end();
        source.open(answering(PushEventConsumer.CONTINUE));

        assertThat(types()).containsExactly(PushEvent.EventType.CLOSE);
    }

    @Test
    void anEndThatComesWhileAFrameIsInHandIsToldAfterIt() {
        List<String> order = new ArrayList<>();
        source.open(event -> {
            order.add("begin " + event.getType());
            if (!event.isTerminal()) {
                track.end();
            }
            order.add("end " + event.getType());
            return PushEventConsumer.CONTINUE;
        });
        track.frame();

        assertThat(order).containsExactly("begin DATA", "end DATA", "begin CLOSE", "end CLOSE");
    }

    @Test
    void aConsumerThatThrowsGetsAnErrorAndItsFrameIsClosed() {
        Exception broken = new Exception("broken");
        source.open(event -> {
            events.add(event);
            throw broken;
        });
        FakeFrame frame = track.frame();

        assertThat(types()).containsExactly(PushEvent.EventType.DATA, PushEvent.EventType.ERROR);
        assertThat(events.get(1).getFailure()).isSameAs(broken);
        assertThat(frame.isClosed()).isTrue();
        assertThat(track.subscribers()).isZero();
    }

    @Test
    void aMicrophoneIsRefused() {
        FakeTrack sound = new FakeTrack(MediaKind.AUDIO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameEventSource(sound.track()))
                .withMessageContaining("track: fake");
    }

    private PushEventConsumer<VideoFrame> answering(long answer) {
        return event -> {
            events.add(event);
            return answer;
        };
    }

    private List<PushEvent.EventType> types() {
        return events.stream().<PushEvent.EventType>map(PushEvent::getType).toList();
    }
}
