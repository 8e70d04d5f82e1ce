// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.mediacapture.frame.VideoFrame;

/** Notes what it is told, and does what a test wants with each frame. Confined to one thread. */
final class RecordingSubscriber implements Flow.Subscriber<VideoFrame> {
    private final List<String> signals = new ArrayList<>();
    private final List<VideoFrame> frames = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final Consumer<Flow.Subscription> first;
    private Consumer<VideoFrame> use = frame -> {};
    private Flow.Subscription subscription;
    private int depth;
    private int deepest;

    /**
     * Makes a subscriber.
     *
     * @param first what it does when it is subscribed
     */
    RecordingSubscriber(Consumer<Flow.Subscription> first) {
        this.first = first;
    }

    static RecordingSubscriber requesting(long frames) {
        return new RecordingSubscriber(subscription -> subscription.request(frames));
    }

    RecordingSubscriber using(Consumer<VideoFrame> newUse) {
        use = newUse;
        return this;
    }

    /** The signals so far, such as subscribe, frame, error, complete. */
    List<String> signals() {
        return signals;
    }

    List<VideoFrame> frames() {
        return frames;
    }

    List<Throwable> errors() {
        return errors;
    }

    Flow.Subscription subscription() {
        return subscription;
    }

    /** How many calls were one within another at most. */
    int deepest() {
        return deepest;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        note("subscribe", () -> first.accept(newSubscription));
    }

    @Override
    public void onNext(VideoFrame frame) {
        frames.add(frame);
        note("frame", () -> use.accept(frame));
    }

    @Override
    public void onError(Throwable failure) {
        errors.add(failure);
        note("error", () -> {});
    }

    @Override
    public void onComplete() {
        note("complete", () -> {});
    }

    private void note(String signal, Runnable action) {
        signals.add(signal);
        depth++;
        deepest = Math.max(deepest, depth);
        try {
            action.run();
        } finally {
            depth--;
        }
    }
}
