// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.events;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.Registration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Posts what operators are told, so that a handler holds nobody up. All of it is posted by one thread, since Felix delivers in order
 * what one thread posts, and else in any. Immutable.
 */
@Component(
        service = {},
        immediate = true)
public final class CameraTopics {
    private final ExecutorService posting = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            CameraTopics::thread,
            new ThreadPoolExecutor.DiscardPolicy()); // after the end
    private final EventAdmin events;
    private final List<Registration> listening;

    /** Begins to listen. */
    @Activate
    public CameraTopics(@Reference CameraAdmin admin, @Reference EventAdmin events) {
        this.events = events;
        this.listening = List.of(
                admin.addEventListener(event -> post(Topics.of(event))),
                admin.addUsageListener(event -> post(Topics.of(event))));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "camera-topics");
        thread.setDaemon(true);
        return thread;
    }

    private void post(Event event) {
        posting.submit(() -> events.postEvent(event)); // which fails if Event Admin stops; then nobody is to be told
    }

    /** Ceases to. What is not posted yet will not be. */
    @Deactivate
    public void close() {
        listening.forEach(Registration::close);
        posting.shutdownNow();
    }
}
