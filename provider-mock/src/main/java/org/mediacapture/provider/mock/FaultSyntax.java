// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mediacapture.provider.mock.FaultPlan.Call;
import org.mediacapture.provider.mock.FaultPlan.Fault;
import org.mediacapture.provider.mock.FaultPlan.Kind;
import org.mediacapture.provider.mock.StreamFaults.Ending;

/** Reads the key {@code faults}. Confined to one thread; for one reading. */
final class FaultSyntax {
    private static final String NO_FRAMES = "no-frames";
    private static final String APPLY_FAILS_ON = "apply-fails-on";
    private static final String DROPS_EVERY = "drops-every";
    private static final String CORRUPTS_EVERY = "corrupts-every";
    private static final String TAKES = "-takes";
    private static final String AFTER = "-after";

    private final Map<Call, Fault> calls = new EnumMap<>(Call.class);
    private final Map<Call, Long> delays = new EnumMap<>(Call.class);
    private final Set<MockControl> refused = EnumSet.noneOf(MockControl.class);
    private boolean noFrames;
    private Optional<Ending> ending = Optional.empty();
    private long dropsEvery;
    private long corruptsEvery;

    private FaultSyntax() {}

    /**
     * Reads a plan.
     *
     * @param names the faults by name
     * @throws IllegalArgumentException if one is unknown, has a wrong value, or contradicts another; the message tells what
     *     is accepted
     */
    static FaultPlan parse(Collection<String> names) {
        FaultSyntax syntax = new FaultSyntax();
        names.forEach(syntax::add);
        StreamFaults stream = new StreamFaults(syntax.noFrames, syntax.ending, syntax.dropsEvery, syntax.corruptsEvery);
        return new FaultPlan(syntax.calls, syntax.delays, syntax.refused, stream);
    }

    private void add(String text) {
        String[] parts = text.split("=", 2);
        Word word = new Word(text, parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
        switch (word.name()) {
            case NO_FRAMES -> {
                word.requireNoValue();
                noFrames = true;
            }
            case APPLY_FAILS_ON -> refused.add(word.control());
            case DROPS_EVERY -> dropsEvery = word.requiredCount();
            case CORRUPTS_EVERY -> corruptsEvery = word.requiredCount();
            default -> {
                if (!addEnding(word) && !addDelay(word) && !addCall(word)) {
                    throw word.unknown();
                }
            }
        }
    }

    private boolean addEnding(Word word) {
        for (StreamFaults.Kind kind : StreamFaults.Kind.values()) {
            if (word.name().equals(word(kind) + AFTER)) {
                word.requireFirst(ending.isEmpty(), "end of the stream");
                ending = Optional.of(new Ending(kind, word.requiredCount()));
                return true;
            }
        }
        return false;
    }

    private boolean addDelay(Word word) {
        for (Call call : Call.values()) {
            if (word.name().equals(call.word() + TAKES)) {
                word.requireFirst(delays.put(call, word.requiredCount()) == null, "duration of " + call.word());
                return true;
            }
        }
        return false;
    }

    private boolean addCall(Word word) {
        for (Call call : Call.values()) {
            for (Kind kind : Kind.values()) {
                if (call.can(kind) && word.name().equals(call.word() + "-" + kind.word())) {
                    Fault fault = new Fault(kind, word.count().orElse(Long.MAX_VALUE));
                    word.requireFirst(calls.putIfAbsent(call, fault) == null, "fault of " + call.word());
                    return true;
                }
            }
        }
        return false;
    }

    private static String word(StreamFaults.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** One fault as it is written. */
    private record Word(String text, String name, Optional<String> value) {
        OptionalLong count() {
            if (value.isEmpty()) {
                return OptionalLong.empty();
            }
            if (!value.get().matches("[1-9][0-9]{0,17}")) {
                throw new IllegalArgumentException(
                        "faults: \"" + text + "\" must have a whole number of at least 1 after the =");
            }
            return OptionalLong.of(Long.parseLong(value.get()));
        }

        long requiredCount() {
            return count().orElseThrow(this::unknown);
        }

        MockControl control() {
            return value.flatMap(MockControl::named)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "faults: \"" + text + "\" must have one of these after the =: " + MockControl.names()));
        }

        void requireNoValue() {
            if (value.isPresent()) {
                throw unknown();
            }
        }

        void requireFirst(boolean first, String what) {
            if (!first) {
                throw new IllegalArgumentException(
                        "faults: \"" + text + "\" is a second " + what + "; one is accepted");
            }
        }

        IllegalArgumentException unknown() {
            String kinds = Arrays.stream(Call.values())
                    .map(call -> call.word()
                            + Arrays.stream(Kind.values())
                                    .filter(call::can)
                                    .map(Kind::word)
                                    .collect(Collectors.joining("|", "-(", ")")))
                    .collect(Collectors.joining(", "));
            String delays = Arrays.stream(Call.values()).map(Call::word).collect(Collectors.joining("|", "(", ")"));
            String endings = Arrays.stream(StreamFaults.Kind.values())
                    .map(FaultSyntax::word)
                    .collect(Collectors.joining("|", "(", ")"));
            return new IllegalArgumentException("faults: \"" + text + "\" is not one of " + kinds + ", " + delays
                    + TAKES + "=MILLISECONDS, " + APPLY_FAILS_ON + "=CONTROL, " + NO_FRAMES + ", " + endings + AFTER
                    + "=N, " + DROPS_EVERY + "=N, " + CORRUPTS_EVERY + "=N; a fault of a call may have =N, then only"
                    + " the first N calls go wrong");
        }
    }
}
