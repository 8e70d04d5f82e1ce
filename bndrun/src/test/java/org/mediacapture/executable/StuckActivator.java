// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that does not stop, whatever happens. */
public final class StuckActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        // nothing to do
    }

    @Override
    public void stop(BundleContext context) {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                continue; // as a thread in a system call would
            }
        }
    }
}
