// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
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
    private static final List<String> SHARED = List.of(
            "org.mediacapture.api",
            "org.apache.felix.configadmin",
            "org.osgi.util.promise",
            "org.osgi.util.function",
            "slf4j-api");
    private static final List<String> BUNDLES = List.of(
            "org.osgi.service.component",
            "org.apache.felix.configadmin",
            "org.apache.felix.scr",
            "org.mediacapture.core",
            "org.mediacapture.provider.mock");
    private static final String LIBS_JAVACV = "org.mediacapture.libs.javacv";
    private static final List<String> CAMERAS = List.of("jna", "org.mediacapture.provider.javacv");
    private static final long PATIENCE_SECONDS = 60;

    private final Path storage;
    private final Framework framework;

    private MockFramework(Path storage, Framework framework) {
        this.storage = storage;
        this.framework = framework;
    }

    /** Starts a framework and waits for the mock camera. */
    static MockFramework open() throws Exception {
        return open(SHARED, List.of());
    }

    /**
     * The same with the codecs of FFmpeg as a bundle, too. The wrapped library itself is on the class path, so that what they are
     * compared to uses the very same natives.
     */
    static MockFramework withCodecs() throws Exception {
        return withCodecs(List.of(LIBS_JAVACV), List.of());
    }

    /** The same with the cameras of FFmpeg, too. */
    static MockFramework withFFmpeg() throws Exception {
        return withCodecs(List.of(LIBS_JAVACV), CAMERAS);
    }

    /** The same with the cameras of webcam-capture, too, whose library is on the class path for the same reason. */
    static MockFramework withAllProviders() throws Exception {
        List<String> cameras = new ArrayList<>(CAMERAS);
        cameras.add("org.mediacapture.provider.webcam");
        return withCodecs(List.of(LIBS_JAVACV, "org.mediacapture.libs.webcam"), cameras);
    }

    private static MockFramework withCodecs(List<String> libraries, List<String> moreBundles) throws Exception {
        List<String> bundles = new ArrayList<>(List.of("org.mediacapture.codec.ffmpeg"));
        bundles.addAll(moreBundles);
        List<String> shared = new ArrayList<>(SHARED);
        shared.addAll(libraries);
        MockFramework open = open(shared, bundles);
        open.service(ImageEncoder.class);
        open.service(ImageDecoder.class);
        open.service(FrameConverter.class);
        return open;
    }

    private static MockFramework open(List<String> shared, List<String> moreBundles) throws Exception {
        Path storage = Files.createTempDirectory("mediacapture-benchmark");
        StringJoiner exports = new StringJoiner(",");
        for (String jar : shared) {
            exports.add(exportsOf(jar));
        }
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        exports.toString()));
        framework.start();
        MockFramework open = new MockFramework(storage, framework);
        open.install(BUNDLES);
        open.install(moreBundles);
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

    private void install(List<String> names) throws BundleException {
        BundleContext context = framework.getBundleContext();
        List<Bundle> bundles = new ArrayList<>();
        for (String name : names) {
            bundles.add(context.installBundle("file:" + jar(name)));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    private static String exportsOf(String name) throws IOException {
        try (JarFile jar = new JarFile(jar(name))) {
            return jar.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
        }
    }

    private static String jar(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> new File(path).getName().startsWith(name + "-") && path.endsWith(".jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No jar of " + name + " on the class path"));
    }
}
