// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.mediacapture.core.permission.DeviceVisibility;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;

/**
 * Keeps the services of cameras and microphones from applications, so that the permissions are not walked round by accident.
 * That is order, not defence: a bundle that held a service before keeps it, and is told when it goes. Thread-safe.
 */
final class DeviceHiding implements FindHook, EventListenerHook, AutoCloseable {
    private static final String[] HOOKS = {FindHook.class.getName(), EventListenerHook.class.getName()};
    private static final long NO_VIEWER = -1;
    private static final long NO_OWNER = -2;

    private final BundleContext context;
    private final DeviceVisibility visibility;
    private final AtomicReference<ServiceRegistration<?>> registration = new AtomicReference<>();

    /** Made by the core for the core; hides nothing yet. */
    DeviceHiding(BundleContext context) {
        this.context = context;
        this.visibility = new DeviceVisibility(context.getBundle().getBundleId());
    }

    /** Hides devices, or hides them no more. Idempotent. */
    void hide(boolean hidden) {
        if (!hidden) {
            close();
        } else if (registration.get() == null) {
            ServiceRegistration<?> made = context.registerService(HOOKS, this, null);
            if (!registration.compareAndSet(null, made)) {
                made.unregister();
            }
        }
    }

    @Override
    public void close() {
        ServiceRegistration<?> made = registration.getAndSet(null);
        if (made != null) {
            made.unregister();
        }
    }

    @Override
    public void find(
            BundleContext finder,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        long viewer = viewer(finder);
        references.removeIf(reference -> !visible(reference, viewer));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerHook.ListenerInfo>> listeners) {
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            return; // who has found the service before we hid it must learn that it goes
        }
        ServiceReference<?> reference = event.getServiceReference();
        listeners.keySet().removeIf(listener -> !visible(reference, viewer(listener)));
    }

    private boolean visible(ServiceReference<?> reference, long viewer) {
        Bundle owner = reference.getBundle();
        List<String> types = Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS));
        return visibility.visible(types, owner == null ? NO_OWNER : owner.getBundleId(), viewer);
    }

    private static long viewer(BundleContext context) {
        try {
            return context.getBundle().getBundleId();
        } catch (IllegalStateException stopped) { // the bundle stopped meanwhile: there is nobody left to see anything
            return NO_VIEWER;
        }
    }
}
