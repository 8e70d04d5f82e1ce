// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a mock camera goes wrong, and how. Immutable.
 *
 * @param calls the faults of calls, at most one for each
 * @param delays milliseconds that calls take before they go on or go wrong
 * @param refused controls that cannot be set
 * @param stream the faults of streams
 */
record FaultPlan(Map<Call, Fault> calls, Map<Call, Long> delays, Set<MockControl> refused, StreamFaults stream) {
    /** Nothing goes wrong. */
    static final FaultPlan NONE = new FaultPlan(Map.of(), Map.of(), Set.of(), StreamFaults.NONE);

    FaultPlan {
        calls = Map.copyOf(calls);
        delays = Map.copyOf(delays);
        EnumSet<MockControl> copy = EnumSet.noneOf(MockControl.class);
        copy.addAll(refused);
        refused = Collections.unmodifiableSet(copy);
    }

    /** A call that can go wrong. */
    enum Call {
        OPEN,
        START,
        STOP,
        SETTINGS,
        APPLY,
        PHOTO,
        CLOSE;

        boolean can(Kind kind) {
            return this != CLOSE || kind == Kind.BLOCKS || kind == Kind.HANGS;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a call goes wrong. */
    enum Kind {
        /** Throws: the camera or its library failed. */
        FAILS,
        /** Throws: somebody else uses the camera. */
        BUSY,
        /** Throws: access is refused. */
        DENIED,
        /** Throws: the camera is gone. */
        LOST,
        /** Blocks until the thread is interrupted, the session is closed, or the camera is removed. */
        BLOCKS,
        /** Blocks until the camera is removed, whatever else happens. */
        HANGS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How one call goes wrong.
     *
     * @param kind how
     * @param times the number of calls that go wrong, from the first on; the others succeed
     */
    record Fault(Kind kind, long times) {}

    /** How a call goes wrong, or empty if it does not. */
    Optional<Fault> fault(Call call) {
        return Optional.ofNullable(calls.get(call));
    }

    /** The milliseconds that a call takes, or empty if it takes none. */
    Optional<Long> delay(Call call) {
        return Optional.ofNullable(delays.get(call));
    }

    /** The calls that this plan says anything about. */
    Set<Call> concerned() {
        Map<Call, Object> all = new EnumMap<>(Call.class);
        all.putAll(calls);
        all.putAll(delays);
        return all.keySet();
    }
}
