// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import java.util.Hashtable;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Settings as a service of the bundle that reads them. A change that is accepted replaces the service, and thereby all components that
 * stand on it; one that is refused does nothing. Confined to the component runtime.
 *
 * @param <S> their type, a record
 */
public final class SettingsService<S> {
    private final BundleContext context;
    private final Class<S> type;
    private Optional<S> inForce = Optional.empty();
    private Optional<ServiceRegistration<S>> registration = Optional.empty();

    /**
     * Makes it, without a service.
     *
     * @param context of the bundle
     * @param type their type
     */
    public SettingsService(BundleContext context, Class<S> type) {
        this.context = context;
        this.type = type;
    }

    /**
     * Puts settings in force, unless they are so.
     *
     * @param settings the settings
     */
    public void offer(S settings) {
        if (inForce.equals(Optional.of(settings))) {
            return;
        }
        close();
        inForce = Optional.of(settings);
        registration = Optional.of(context.registerService(type, settings, new Hashtable<>()));
    }

    /** Takes the service away. */
    public void close() {
        registration.ifPresent(ServiceRegistration::unregister);
        registration = Optional.empty();
        inForce = Optional.empty();
    }
}
