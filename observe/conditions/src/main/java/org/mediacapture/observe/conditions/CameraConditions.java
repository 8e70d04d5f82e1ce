// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.conditions;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.Registration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;

/**
 * Keeps a condition for each camera as long as it is ready. Thread-safe: looks are taken on a thread of its own, which is there while
 * there is something to look at. Components that have waited for a camera are activated on it, and may take their time, so that they
 * hold up nobody else who is told of cameras.
 */
@Component(
        service = {},
        immediate = true)
public final class CameraConditions {
    private final CameraAdmin admin;
    private final ReadyCameras ready;
    private final ThreadPoolExecutor looking = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            CameraConditions::thread,
            new ThreadPoolExecutor.DiscardPolicy()); // after the end
    private final AtomicBoolean aboutToLook = new AtomicBoolean();
    private final Registration listening;
    private volatile boolean closed;

    /** Begins to look. */
    @Activate
    public CameraConditions(BundleContext context, @Reference CameraAdmin admin) {
        this.admin = admin;
        this.ready = new ReadyCameras(
                properties -> context.registerService(Condition.class, Condition.INSTANCE, properties));
        this.listening = admin.addCameraListener(this::lookSoon);
        lookSoon();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "camera-conditions");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes all conditions away. Does not wait for components that are being activated. */
    @Deactivate
    public void close() {
        listening.close();
        closed = true;
        lookSoon();
        looking.shutdown();
    }

    /** Changes that come together are seen by one look. */
    private void lookSoon() {
        if (aboutToLook.compareAndSet(false, true)) {
            looking.execute(this::look);
        }
    }

    private void look() {
        aboutToLook.set(false);
        try {
            ready.show(closed ? List.of() : admin.cameras());
        } catch (IllegalStateException stopping) {
            // our bundle is not active any more, and the framework takes its services away
        }
    }
}
