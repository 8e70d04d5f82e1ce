// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.Registration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Felix with the core and the mock provider as bundles; the API comes from the class path, so that a benchmark calls the services
 * as any bundle does. Confined to the thread that opened it.
 */
final class MockFramework implements AutoCloseable {
    private static final String SHARED =
            "org.mediacapture.constraint;version=1.0.0,org.mediacapture.frame;version=1.0.0,"
                    + "org.mediacapture.provider;version=1.0.0,org.mediacapture.stream;version=1.0.0,"
                    + "org.mediacapture.image;version=1.0.0,org.mediacapture.admin;version=1.0.0,"
                    + "org.osgi.service.cm;version=1.6.0,org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0,"
                    + "org.slf4j;version=2.0.17,org.slf4j.helpers;version=2.0.17";
    private static final List<String> BUNDLES = List.of(
            "org.osgi.service.component",
            "org.apache.felix.configadmin",
            "org.apache.felix.scr",
            "org.mediacapture.core",
            "org.mediacapture.provider.mock");
    private static final long PATIENCE_SECONDS = 60;

    private final Path storage;
    private final Framework framework;

    private MockFramework(Path storage, Framework framework) {
        this.storage = storage;
        this.framework = framework;
    }

    /** Starts a framework and waits for the mock camera. */
    static MockFramework open() throws Exception {
        Path storage = Files.createTempDirectory("mediacapture-benchmark");
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Framework framework = factory.newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, storage.toString(), Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SHARED));
        framework.start();
        MockFramework open = new MockFramework(storage, framework);
        open.install();
        open.awaitCameras(cameras -> !cameras.isEmpty());
        return open;
    }

    /** The service that this framework's system bundle sees. */
    <S> S service(Class<S> type) throws InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(framework.getBundleContext(), type, null);
        tracker.open();
        S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        if (service == null) {
            throw new IllegalStateException("No " + type.getName() + " within " + PATIENCE_SECONDS + " s");
        }
        return service;
    }

    /** Where services and bundles are. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    /** The bundle of the mock cameras. */
    Bundle provider() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> "org.mediacapture.provider.mock".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** The way to cameras. */
    MediaDevices devices() throws InterruptedException {
        return service(MediaDevices.class);
    }

    /** Waits until the operator sees cameras as wanted. */
    void awaitCameras(Predicate<List<CameraStatus>> wanted) throws InterruptedException {
        CameraAdmin admin = service(CameraAdmin.class);
        CountDownLatch there = new CountDownLatch(1);
        Runnable look = () -> {
            if (wanted.test(admin.cameras())) {
                there.countDown();
            }
        };
        try (Registration listening = admin.addCameraListener(look)) {
            look.run();
            if (!there.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "The cameras are not as wanted within " + PATIENCE_SECONDS + " s: " + admin.cameras());
            }
        }
    }

    /** Stops the framework and waits until it has stopped. Idempotent. */
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        FrameworkEvent end = framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        if (end.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
            throw new IllegalStateException("The framework did not stop within " + PATIENCE_SECONDS + " s");
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(storage)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private void install() throws BundleException {
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (String name : BUNDLES) {
            bundles.add(context.installBundle("file:" + jar(name)));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    private static String jar(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> new File(path).getName().startsWith(name + "-") && path.endsWith(".jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No jar of " + name + " on the class path"));
    }
}
