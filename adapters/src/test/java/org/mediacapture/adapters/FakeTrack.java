// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/** A track whose frames come when a test says so, on the test's thread. Confined to one thread. */
final class FakeTrack {
    private final MediaKind kind;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private boolean ended;
    private boolean broken;

    FakeTrack(MediaKind kind) {
        this.kind = kind;
    }

    static FakeTrack video() {
        return new FakeTrack(MediaKind.VIDEO);
    }

    /** As an application sees it; only what adapters need. */
    MediaStreamTrack track() {
        Class<?>[] types = {MediaStreamTrack.class};
        return (MediaStreamTrack) Proxy.newProxyInstance(
                getClass().getClassLoader(), types, (proxy, method, values) -> switch (method.getName()) {
                    case "kind" -> kind;
                    case "label" -> "fake";
                    case "frames" -> subscribe(values);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Brings the next frame to all who are subscribed. */
    FakeFrame frame() {
        FakeFrame frame = new FakeFrame();
        List.copyOf(subscriptions).forEach(subscription -> subscription.consumer.accept(frame.handle()));
        return frame;
    }

    /** From now on it refuses to be read. */
    void breakDown() {
        broken = true;
    }

    /** Ends the track. */
    void end() {
        ended = true;
        List.copyOf(subscriptions).forEach(subscription -> {
            subscription.close();
            subscription.ended.run();
        });
    }

    /** How many are subscribed. */
    int subscribers() {
        return subscriptions.size();
    }

    @SuppressWarnings("unchecked")
    private Subscription subscribe(Object... values) {
        if (broken) {
            throw new IllegalStateException("the track is broken");
        }
        Subscription subscription = new Subscription((Consumer<VideoFrame>) values[1], (Runnable) values[2]);
        subscriptions.add(subscription);
        if (ended) {
            subscription.close();
            subscription.ended.run();
        }
        return subscription;
    }

    /** Confined to the thread of the test. */
    private final class Subscription implements FrameSubscription {
        private final Consumer<VideoFrame> consumer;
        private final Runnable ended;

        Subscription(Consumer<VideoFrame> consumer, Runnable ended) {
            this.consumer = consumer;
            this.ended = ended;
        }

        @Override
        public long delivered() {
            return 0;
        }

        @Override
        public long discarded() {
            return 0;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }
}
