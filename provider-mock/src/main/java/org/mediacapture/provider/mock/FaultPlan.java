// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which calls of a mock camera go wrong, and how. Immutable.
 *
 * @param calls the faults of calls, at most one for each
 * @param noFrames whether the stream starts and never delivers
 * @param endsAfter the number of frames after which the camera is lost, or empty
 */
record FaultPlan(Map<Call, Fault> calls, boolean noFrames, OptionalLong endsAfter) {
    /** Nothing goes wrong. */
    static final FaultPlan NONE = new FaultPlan(Map.of(), false, OptionalLong.empty());

    private static final String NO_FRAMES = "no-frames";
    private static final String ENDS_AFTER = "ends-after";

    FaultPlan {
        calls = Map.copyOf(calls);
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

        private boolean can(Kind kind) {
            return this != CLOSE || kind == Kind.BLOCKS || kind == Kind.HANGS;
        }

        private String word() {
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

        private String word() {
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

    /**
     * Reads a plan.
     *
     * @param names the faults by name
     * @throws IllegalArgumentException if one is unknown, or a call has two; the message tells what is accepted
     */
    static FaultPlan of(Collection<String> names) {
        Map<Call, Fault> calls = new EnumMap<>(Call.class);
        boolean noFrames = false;
        OptionalLong endsAfter = OptionalLong.empty();
        for (String name : names) {
            String[] parts = name.split("=", 2);
            if (name.equals(NO_FRAMES)) {
                noFrames = true;
            } else if (parts[0].equals(ENDS_AFTER)) {
                endsAfter = OptionalLong.of(count(name, parts).orElseThrow(() -> unknown(name)));
            } else {
                addCall(calls, name, parts);
            }
        }
        return new FaultPlan(calls, noFrames, endsAfter);
    }

    /** How a call goes wrong, or empty if it does not. */
    Optional<Fault> fault(Call call) {
        return Optional.ofNullable(calls.get(call));
    }

    private static void addCall(Map<Call, Fault> calls, String name, String[] parts) {
        for (Call call : Call.values()) {
            for (Kind kind : Kind.values()) {
                if (call.can(kind) && parts[0].equals(call.word() + "-" + kind.word())) {
                    long times = parts.length == 1
                            ? Long.MAX_VALUE
                            : count(name, parts).orElseThrow(() -> unknown(name));
                    if (calls.putIfAbsent(call, new Fault(kind, times)) != null) {
                        throw new IllegalArgumentException(
                                "faults: \"" + name + "\" is a second fault of " + call.word() + "; one is accepted");
                    }
                    return;
                }
            }
        }
        throw unknown(name);
    }

    private static OptionalLong count(String name, String[] parts) {
        if (parts.length == 1) {
            return OptionalLong.empty();
        }
        if (!parts[1].matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "faults: \"" + name + "\" must have a whole number of at least 1 after the =");
        }
        return OptionalLong.of(Long.parseLong(parts[1]));
    }

    private static IllegalArgumentException unknown(String name) {
        List<String> kinds = new ArrayList<>();
        for (Call call : Call.values()) {
            kinds.add(call.word()
                    + Arrays.stream(Kind.values())
                            .filter(call::can)
                            .map(Kind::word)
                            .collect(Collectors.joining("|", "-(", ")")));
        }
        String accepted = Stream.concat(kinds.stream(), Stream.of(NO_FRAMES, ENDS_AFTER + "=N"))
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("faults: \"" + name + "\" is not one of " + accepted
                + "; a fault of a call may have =N, then only the first N calls go wrong");
    }
}
