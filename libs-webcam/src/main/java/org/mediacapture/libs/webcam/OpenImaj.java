// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.webcam;

import com.github.sarxos.webcam.ds.buildin.natives.OpenIMAJGrabber;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way into the natives of webcam-capture's default driver, the OpenIMAJ grabber. Thread-safe, idempotent; the first call
 * takes up to a second, later ones nothing. Starting the bundle loads nothing.
 */
public final class OpenImaj {
    private static final String QUIET = "bridj.quiet";
    private static final long LONGEST_LOADING_SECONDS = 5;
    private static final ReentrantLock LOADING = new ReentrantLock();
    private static Optional<LinkageError> failure = Optional.empty();
    private static boolean loaded;

    private OpenImaj() {}

    /**
     * Whether there are natives for this system and processor, without loading anything.
     *
     * @return why there are none; empty if there are
     */
    public static Optional<String> unsupported() {
        return Platform.current().unsupported();
    }

    /**
     * Loads the natives. Who uses a class of {@code com.github.sarxos.webcam.ds.buildin.natives} calls this before, and uses
     * them on threads whose context class loader is {@link #classLoader()}: BridJ looks there for the classes that it makes.
     *
     * @throws LinkageError if the natives cannot be loaded here; the message says why. It is thrown again by every later call
     */
    public static void load() {
        LOADING.lock();
        try {
            if (failure.isPresent()) {
                throw failure.get();
            }
            if (!loaded) {
                loadNatives();
                loaded = true;
            }
        } catch (LinkageError e) {
            failure = Optional.of(e);
            throw e;
        } finally {
            LOADING.unlock();
        }
    }

    /**
     * The class loader of the wrapped library.
     *
     * @return the loader that threads need as their context class loader
     */
    public static ClassLoader classLoader() {
        return OpenImaj.class.getClassLoader();
    }

    private static void loadNatives() {
        Optional<String> unsupported = unsupported();
        if (unsupported.isPresent()) {
            throw new UnsatisfiedLinkError(unsupported.get());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Optional<String> quiet = Optional.ofNullable(System.getProperty(QUIET));
        thread.setContextClassLoader(classLoader());
        // Else BridJ reports on standard error that it was loaded. It reads the property once.
        System.setProperty(QUIET, quiet.orElse("true"));
        try {
            // BridJ finds a missing symbol only when it makes an object.
            new OpenIMAJGrabber();
            ExtractedFiles.ofBridJ().noteFilesOnly();
        } catch (RuntimeException | LinkageError e) {
            throw (LinkageError)
                    new UnsatisfiedLinkError("the natives of webcam-capture cannot be loaded; on Linux they need"
                                    + " libv4l2.so.0 (Debian: libv4l-0): " + e)
                            .initCause(e);
        } finally {
            quiet.ifPresentOrElse(value -> System.setProperty(QUIET, value), () -> System.clearProperty(QUIET));
            thread.setContextClassLoader(before);
        }
    }

    /** Waits until nobody loads, and deletes what was unpacked. Natives stay mapped: somebody may be in the middle of a call. */
    static void release() {
        boolean idle = false;
        try {
            idle = LOADING.tryLock(LONGEST_LOADING_SECONDS, TimeUnit.SECONDS);
            if (idle && loaded) {
                ExtractedFiles.ofBridJ().delete();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // whoever stops the bundle is in a hurry
        } finally {
            if (idle) {
                LOADING.unlock();
            }
        }
    }
}
