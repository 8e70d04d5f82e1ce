// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.javacv;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Ends what the wrapped library would leave behind. Confined to the framework's start and stop calls. Starting loads
 * nothing: the natives are loaded by the first who uses them.
 */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        // Nothing to do before somebody uses the natives: loading them takes a second of a processor.
    }

    /** Waits for natives that are being loaded, and ends JavaCPP's deallocator thread, which would keep this bundle's class loader and natives alive. */
    @Override
    public void stop(BundleContext context) {
        FFmpeg.awaitLoading();
        // The class Pointer loads natives when it is initialized, so it is only touched if that happened before.
        if (!Loader.getLoadedLibraries().isEmpty()) {
            Pointer.interruptDeallocatorThread();
        }
    }
}
