// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Records this JVM by its own Flight Recorder, from now on. Confined to one thread. */
final class ProfileRecording implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(1);

    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final Recording recording = new Recording();
    private final Map<Long, Long> timesAtBegin;
    private final Map<Long, Long> bytesAtBegin;

    ProfileRecording() {
        recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        recording.enable("jdk.NativeMethodSample").withPeriod(PERIOD);
        recording.enable("jdk.ObjectAllocationSample").with("throttle", "1000/s");
        recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO);
        recording.start();
        timesAtBegin = ofThreads(threads::getThreadCpuTime);
        bytesAtBegin = ofThreads(threads::getThreadAllocatedBytes);
    }

    /**
     * Ends the recording.
     *
     * @param operations how many there were meanwhile
     */
    Profile end(ProfiledUse use, long operations) throws IOException {
        long nanoseconds = since(timesAtBegin, ofThreads(threads::getThreadCpuTime));
        long bytes = since(bytesAtBegin, ofThreads(threads::getThreadAllocatedBytes));
        recording.stop();
        Path file = Files.createTempFile("mediacapture-profile", ".jfr");
        try {
            recording.dump(file);
            return profile(new Profile.Totals(operations, nanoseconds, bytes), use, RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }

    private static Profile profile(Profile.Totals totals, ProfiledUse use, List<RecordedEvent> events) {
        List<Profile.Weighed> times = new ArrayList<>();
        List<Profile.Weighed> allocations = new ArrayList<>();
        List<Profile.Weighed> waits = new ArrayList<>();
        Set<Long> allocators = new HashSet<>();
        for (RecordedEvent event : events) {
            switch (event.getEventType().getName()) {
                case "jdk.ExecutionSample", "jdk.NativeMethodSample" ->
                    times.add(new Profile.Weighed(ProfileStack.of(event, event.getThread("sampledThread")), 1));
                case "jdk.ObjectAllocationSample" -> {
                    // the first one of a thread stands for all that it allocated before
                    if (!allocators.add(event.getThread().getId())) {
                        allocations.add(new Profile.Weighed(
                                ProfileStack.of(event, event.getThread()), event.getLong("weight")));
                    }
                }
                default -> waits.add(new Profile.Weighed(ProfileStack.of(event, event.getThread()), 1));
            }
        }
        return new Profile(use, totals, times, allocations, waits);
    }

    private static long since(Map<Long, Long> begin, Map<Long, Long> end) {
        return end.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - begin.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private Map<Long, Long> ofThreads(LongUnaryOperator value) {
        Map<Long, Long> values = new HashMap<>();
        for (long thread : threads.getAllThreadIds()) {
            long now = value.applyAsLong(thread);
            if (now >= 0) { // else the thread has just ended
                values.put(thread, now);
            }
        }
        return values;
    }
}
