// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.webcam;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Removes what the wrapped library would leave behind. Confined to the framework's start and stop calls. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        // Nothing to do before somebody uses the natives.
    }

    /** Deletes the natives that were unpacked. */
    @Override
    public void stop(BundleContext context) {
        OpenImaj.release();
    }
}
