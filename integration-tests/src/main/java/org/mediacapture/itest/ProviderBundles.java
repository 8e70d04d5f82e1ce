// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Renews the bundles of providers, and remembers the class loaders that must go. Confined to the test's thread. */
final class ProviderBundles {
    private final Operator operator;
    private final List<WeakReference<ClassLoader>> old = new ArrayList<>();

    ProviderBundles(Operator operator) {
        this.operator = operator;
    }

    /** Stops a bundle and starts it again. */
    void restart(String name) throws Exception {
        Bundle bundle = bundle(name);
        bundle.stop();
        bundle.start();
    }

    /** Updates a bundle to the same bytes. */
    void update(String name) throws Exception {
        Bundle bundle = bundle(name);
        remember(bundle);
        bundle.update();
    }

    /** Wires a bundle anew. */
    void refresh(String name) throws Exception {
        Bundle bundle = bundle(name);
        remember(bundle);
        Bundles.refresh(operator.context(), List.of(bundle));
    }

    /** Uninstalls a bundle, and installs and starts the same bytes; what a test installs through its own context goes with it. */
    void reinstall(String name) throws Exception {
        Bundle bundle = bundle(name);
        remember(bundle);
        String location = bundle.getLocation();
        bundle.uninstall();
        operator.framework().getBundleContext().installBundle(location).start();
    }

    /** The class loaders of former revisions that are still in memory, after the framework has given up what it kept of them. */
    long left() {
        System.gc();
        old.removeIf(loader -> loader.refersTo(null));
        return old.size();
    }

    /** Has the framework give up revisions that it keeps because of the bundles that were wired to them. */
    void purge() throws InterruptedException {
        List<Bundle> pending =
                List.copyOf(operator.framework().adapt(FrameworkWiring.class).getRemovalPendingBundles());
        if (!pending.isEmpty()) {
            Bundles.refresh(operator.context(), pending);
        }
    }

    private void remember(Bundle bundle) {
        old.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
    }

    private Bundle bundle(String name) {
        return Bundles.named(operator.context(), name);
    }
}
