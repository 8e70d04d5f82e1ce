// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/**
 * Where a thread was at a moment. Immutable.
 *
 * @param thread its name, without numbers
 * @param frames the methods it was in, {@code package.Class.method}; the outermost first
 */
record ProfileStack(String thread, List<String> frames) {
    /** As an event of the recording tells it. */
    static ProfileStack of(RecordedEvent event, RecordedThread thread) {
        List<String> frames = new ArrayList<>();
        RecordedStackTrace trace = event.getStackTrace();
        if (trace != null) {
            trace.getFrames().stream()
                    .filter(frame -> frame.isJavaFrame() && frame.getMethod() != null)
                    .map(frame -> frame.getMethod().getType().getName() + "."
                            + frame.getMethod().getName())
                    .filter(method -> !method.contains("$$Lambda"))
                    .forEach(frames::add);
        }
        Collections.reverse(frames);
        String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
        return new ProfileStack(name.replaceAll("[-# ]*[0-9]+$", ""), List.copyOf(frames));
    }

    /** The part of the system that does the work. */
    ProfileLayer layer() {
        return ProfileLayer.ofTime(frames);
    }

    /** The part of the system that asked for memory. */
    ProfileLayer allocator() {
        return frames.isEmpty() ? ProfileLayer.OTHER : ProfileLayer.ofCaller(frames);
    }

    /** The innermost method, and who of the project or its libraries called it if it is of the JDK. */
    String method() {
        if (frames.isEmpty()) {
            return "unknown";
        }
        int leaf = frames.size() - 1;
        int caller = leaf;
        while (caller > 0 && ProfileLayer.isJdk(frames.get(caller))) {
            caller--;
        }
        String inner = shortName(frames.get(leaf));
        return caller == leaf || ProfileLayer.isJdk(frames.get(caller))
                ? inner
                : inner + " in " + shortName(frames.get(caller));
    }

    /** Class and method without the package. */
    static String shortName(String method) {
        String owner = method.substring(0, method.lastIndexOf('.'));
        String name = method.substring(method.lastIndexOf('.') + 1).replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
        return owner.substring(owner.lastIndexOf('.') + 1)
                        .replaceAll("\\$\\d+$", "")
                        .replace('$', '.') + "." + name;
    }
}
