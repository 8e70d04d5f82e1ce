// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the frames of a session pass, or do not. Whoever shuts it learns whether a frame is still on its way, and never waits for
 * it: that frame may be in the hands of an application. Thread-safe; frames come on one thread.
 */
final class FrameGate {
    private final AtomicReference<State> state;
    private volatile boolean passing; // written by the thread of the frames only

    private FrameGate(State first) {
        this.state = new AtomicReference<>(first);
    }

    /** A gate that is open. */
    static FrameGate opened() {
        return new FrameGate(State.OPEN);
    }

    /** A gate that is to be opened. */
    static FrameGate waiting() {
        return new FrameGate(State.WAITING);
    }

    /** Lets a frame in, to be followed by {@link #leave}; or answers false. */
    boolean enter() {
        passing = true; // before the look at the state, so that shut() misses neither
        if (state.get() == State.OPEN) {
            return true;
        }
        passing = false;
        return false;
    }

    /** The frame has passed. */
    void leave() {
        passing = false;
    }

    /** Whether the gate is to be opened still, and was not shut before. */
    boolean isWaiting() {
        return state.get() == State.WAITING;
    }

    /** Opens the gate, unless it was shut. */
    void open() {
        state.compareAndSet(State.WAITING, State.OPEN);
    }

    /** Shuts the gate for good, and answers whether no frame is on its way any more. Idempotent. */
    boolean shut() {
        state.set(State.SHUT);
        return !passing;
    }

    private enum State {
        WAITING,
        OPEN,
        SHUT
    }
}
