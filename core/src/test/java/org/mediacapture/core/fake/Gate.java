// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.ArrayList;
import java.util.List;

/** Where a provider's call gets stuck until the test opens the gate. Open at first. */
public final class Gate {
    private final List<Coroutine> waiting = new ArrayList<>();
    private boolean open = true;
    private boolean stubborn;

    /** Calls get stuck here, and leave when they are interrupted. */
    public void shut() {
        open = false;
        stubborn = false;
    }

    /** Calls get stuck here, and do not care for interrupts. */
    public void shutForGood() {
        open = false;
        stubborn = true;
    }

    /** Lets all calls go on. */
    public void open() {
        open = true;
        List<Coroutine> going = List.copyOf(waiting);
        waiting.clear();
        going.forEach(Coroutine::unpark);
    }

    /** Ends the calls that are stuck here, unless they are stubborn. */
    void endCalls() {
        if (!stubborn) {
            List.copyOf(waiting).forEach(Coroutine::interrupt);
        }
    }

    /** Whether a call is stuck here. */
    public boolean holds() {
        return !waiting.isEmpty();
    }

    void pass() throws InterruptedException {
        while (!open) {
            Coroutine call = Coroutine.current()
                    .orElseThrow(
                            () -> new IllegalStateException("a provider is called on a thread that must not block"));
            waiting.add(call);
            try {
                call.park();
            } catch (InterruptedException interrupt) {
                waiting.remove(call);
                if (!stubborn) {
                    throw interrupt;
                }
            }
            waiting.remove(call);
        }
    }
}
