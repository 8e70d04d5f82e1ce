// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The controls of a {@link FakeDevice}, by number. Thread-safe. */
public final class FakeControls {
    private static final int EINVAL = 22;
    private static final int NEXT = 0x8000_0000;
    private static final int NEXT_COMPOUND = 0x4000_0000;

    private final ConcurrentSkipListMap<Integer, FakeControl> controls = new ConcurrentSkipListMap<>();

    private volatile Optional<FakeControl> stuck = Optional.empty();

    /** One more control; answers it. */
    public FakeControl add(FakeControl control) {
        controls.put(control.id(), control);
        return control;
    }

    /** Whatever is asked for next, this one is told. */
    public void stuckAt(FakeControl control) {
        stuck = Optional.of(control);
    }

    String words(Request request, ByteBuffer struct) {
        int id = struct.getInt(0) & ~(NEXT | NEXT_COMPOUND);
        String title =
                Optional.ofNullable(controls.get(id)).map(FakeControl::title).orElse("after " + id);
        return switch (request) {
            case S_CTRL -> "S_CTRL " + title + " = " + struct.getInt(4);
            case QUERYMENU -> "QUERYMENU " + title + " " + struct.getInt(4);
            default -> request + " " + title;
        };
    }

    int answer(Request request, ByteBuffer struct) {
        Optional<FakeControl> control = find(request, struct.getInt(0));
        if (control.isEmpty()) {
            return EINVAL;
        }
        return switch (request) {
            case QUERYMENU -> control.get().entry(struct);
            case G_CTRL -> control.get().read(struct);
            case S_CTRL -> control.get().write(struct);
            default -> {
                control.get().describe(struct);
                yield 0;
            }
        };
    }

    private Optional<FakeControl> find(Request request, int id) {
        boolean next = request == Request.QUERY_EXT_CTRL && (id & NEXT) != 0;
        return next && stuck.isPresent()
                ? stuck
                : next
                        ? Optional.ofNullable(controls.higherEntry(id & ~(NEXT | NEXT_COMPOUND)))
                                .map(Map.Entry::getValue)
                        : Optional.ofNullable(controls.get(id));
    }
}
