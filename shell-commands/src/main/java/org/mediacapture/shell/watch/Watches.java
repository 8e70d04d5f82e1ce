// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.stream.MediaDevices;

/** Runs watches and ends them when the core goes, from which nothing would come any more. Thread-safe. */
public final class Watches implements AutoCloseable {
    private final CameraAdmin admin;
    private final MediaDevices devices;
    private final TrackRegistry tracks;
    private final Clock clock;
    private final Set<Watch> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes the place of watches.
     *
     * @param admin tells who uses devices
     * @param devices tells of devices that come and go
     * @param tracks the tracks of the shell
     * @param clock gives events their time, and its zone
     */
    public Watches(CameraAdmin admin, MediaDevices devices, TrackRegistry tracks, Clock clock) {
        this.admin = admin;
        this.devices = devices;
        this.tracks = tracks;
        this.clock = clock;
    }

    /**
     * Prints events as they come, until the time is over, nobody reads any more, or the core goes.
     *
     * @param length how long at most; empty without end
     * @param json whether to print a JSON document per line
     * @param out where to
     * @throws InterruptedException if the command was interrupted
     */
    public void run(Optional<Duration> length, boolean json, PrintStream out) throws InterruptedException {
        Watch watch = new Watch(clock);
        running.add(watch);
        try (watch) {
            if (closed) {
                watch.end(); // close() may have come too early to see this one
            }
            watch.listen(admin, devices, tracks);
            if (!json) {
                out.println(WatchedEvent.header());
                out.flush();
            }
            watch.print(length, event -> {
                out.println(json ? event.json() : event.text());
                return !out.checkError(); // flushes; a pipe whose reader has gone ends the watch
            });
        } finally {
            running.remove(watch);
        }
    }

    /** Ends all watches. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Watch::end);
    }
}
