// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that never comes to the end of its start. */
public final class EndlessActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void stop(BundleContext context) {
        // it has not started
    }
}
