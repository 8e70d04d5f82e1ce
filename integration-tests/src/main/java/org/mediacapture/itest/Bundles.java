// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles of the framework in which a test runs. Pure functions of it. */
final class Bundles {
    private static final long PATIENCE_SECONDS = 30;

    private Bundles() {}

    /** The bundle of this symbolic name. */
    static Bundle named(BundleContext context, String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no bundle " + name));
    }

    /** Wires bundles anew, and waits until the framework has done so. */
    static void refresh(BundleContext context, Collection<Bundle> bundles) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The framework did not refresh " + bundles + " within " + PATIENCE_SECONDS + " s");
        }
    }
}
