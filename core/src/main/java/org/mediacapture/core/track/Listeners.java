// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mediacapture.stream.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen to one sort of event. One that throws is logged and keeps none of the others from it. Thread-safe. */
public final class Listeners<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final String what;
    private final List<Consumer<? super E>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Begins without listeners.
     *
     * @param what the events in words, for the log
     */
    public Listeners(String what) {
        this.what = what;
    }

    /** Adds one; the same one twice is called twice. */
    public Registration add(Consumer<? super E> listener) {
        Consumer<? super E> given = Objects.requireNonNull(listener, "listener");
        Consumer<E> unique = given::accept;
        listeners.add(unique);
        return () -> listeners.remove(unique);
    }

    /** Calls all, on the calling thread. */
    public void call(E event) {
        for (Consumer<? super E> listener : listeners) {
            try {
                listener.accept(event);
            } catch (Throwable failure) {
                LOG.warn("A listener to {} failed", what, failure);
            }
        }
    }
}
