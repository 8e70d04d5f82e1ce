// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mediacapture.stream.PermissionController;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** The permission controllers of the framework. Thread-safe. */
final class PermissionControllers implements AutoCloseable {
    private final BundleContext context;
    // our own map, since the tracker's does not have a service yet while it is being added
    private final Map<ServiceReference<PermissionController>, PermissionController> controllers =
            new ConcurrentHashMap<>();
    private final ServiceTracker<PermissionController, PermissionController> tracker;
    private volatile Runnable changed = () -> {};

    PermissionControllers(BundleContext context) {
        this.context = context;
        this.tracker = new ServiceTracker<>(context, PermissionController.class, new Arrivals());
    }

    /**
     * Begins to look for controllers.
     *
     * @param onChange called on the framework's thread after each change; returns at once
     */
    void open(Runnable onChange) {
        changed = onChange;
        tracker.open();
    }

    /** The one with the highest ranking, of equal ones the first that was registered. */
    Optional<PermissionController> best() {
        return controllers.entrySet().stream().max(Map.Entry.comparingByKey()).map(Map.Entry::getValue);
    }

    @Override
    public void close() {
        tracker.close();
    }

    private final class Arrivals implements ServiceTrackerCustomizer<PermissionController, PermissionController> {
        /** Answers null, as the tracker wants it, for a controller that went while we looked. */
        @Override
        public PermissionController addingService(ServiceReference<PermissionController> reference) {
            PermissionController controller = context.getService(reference);
            if (controller != null) {
                controllers.put(reference, controller);
                changed.run();
            }
            return controller;
        }

        @Override
        public void modifiedService(ServiceReference<PermissionController> reference, PermissionController controller) {
            changed.run();
        }

        @Override
        public void removedService(ServiceReference<PermissionController> reference, PermissionController controller) {
            controllers.remove(reference);
            changed.run();
            context.ungetService(reference);
        }
    }
}
