// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraPlan;

/**
 * Loads the provider as its bundle does: nothing any more when the bundle is gone, neither classes of its own nor those that it
 * imports. Thread-safe.
 */
final class BundleLoader extends ClassLoader {
    private static final String PACKAGE = BundleLoader.class.getPackageName() + ".";

    /** Names of the classes that were asked for too late. */
    final List<String> missed = new CopyOnWriteArrayList<>();

    private volatile boolean gone;

    BundleLoader() {
        super(BundleLoader.class.getClassLoader());
    }

    /** From now on the bundle is gone. */
    void go() {
        gone = true;
    }

    /** A camera of the provider that is loaded here. */
    CameraDevice device(CameraPlan plan) throws ReflectiveOperationException {
        Class<?> interrupts = loadClass(PACKAGE + "Interrupts");
        var constructor = interrupts.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method device = loadClass(PACKAGE + "Plans").getDeclaredMethod("device", CameraPlan.class, interrupts);
        device.setAccessible(true);
        return (CameraDevice) device.invoke(null, plan, constructor.newInstance());
    }

    /** A camera at this computer, of a driver that is a script, by the provider that is loaded here. */
    CameraDevice localDevice(CameraPlan plan) throws ReflectiveOperationException {
        Method device = loadClass(PACKAGE + "Plans").getDeclaredMethod("localDevice", CameraPlan.class);
        device.setAccessible(true);
        return (CameraDevice) device.invoke(null, plan);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            if (gone && !name.startsWith("java.")) {
                missed.add(name);
                throw new ClassNotFoundException(name + ": the bundle is gone");
            }
            return name.startsWith(PACKAGE) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
