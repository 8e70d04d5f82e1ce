// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each using bundle a service of its own that holds nothing but references to the core. Thread-safe. */
final class PerBundle<S> implements ServiceFactory<S> {
    private final Function<Bundle, S> maker;

    PerBundle(Function<Bundle, S> maker) {
        this.maker = maker;
    }

    @Override
    public S getService(Bundle bundle, ServiceRegistration<S> registration) {
        return maker.apply(bundle);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<S> registration, S service) {
        // nothing to give back
    }
}
