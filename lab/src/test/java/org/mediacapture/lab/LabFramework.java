// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.stream.MediaDevices;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Felix with the bundles that are delivered, but for the API, which comes from the class path, so that tests call services and
 * devices as bundles do. What tests get is asked for by the system bundle, from which the core hides no device. Thread-safe.
 */
final class LabFramework implements AutoCloseable {
    /** An emulated machine that is busy with other things is ten times slower than a real one. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration CALL = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final List<String> SERVICES =
            List.of("org.osgi.service.component", "org.apache.felix.configadmin", "org.apache.felix.scr");
    private static final List<String> CAMERAS = List.of(
            "org.mediacapture.libs.javacv",
            "org.mediacapture.libs.webcam",
            "org.mediacapture.codec.ffmpeg",
            "org.mediacapture.core",
            "jna",
            "org.mediacapture.provider.javacv",
            "org.mediacapture.provider.webcam");

    private final Path storage;
    private final Framework framework;

    private LabFramework(Path storage, Framework framework) {
        this.storage = storage;
        this.framework = framework;
    }

    /**
     * Starts a framework.
     *
     * @param bundles the folder with their jars
     */
    static LabFramework start(Path bundles) {
        try {
            Path storage = Files.createTempDirectory("mediacapture-lab");
            Framework framework = ServiceLoader.load(FrameworkFactory.class)
                    .findFirst()
                    .orElseThrow()
                    .newFramework(Map.of(
                            Constants.FRAMEWORK_STORAGE,
                            storage.toString(),
                            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                            ExportedPackages.ofJarsWith(
                                            MediaDevices.class,
                                            ConfigurationAdmin.class,
                                            Promise.class,
                                            Function.class,
                                            org.slf4j.Logger.class)
                                    .clauses()));
            framework.start();
            LabFramework started = new LabFramework(storage, framework);
            started.install(bundles, SERVICES);
            started.configureCore(Map.of());
            started.install(bundles, CAMERAS);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException e) {
            throw new IllegalStateException("The bundles of " + bundles + " do not start", e);
        }
    }

    private void install(Path folder, List<String> names) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (String name : names) {
            installed.add(context().installBundle(jar(folder, name).toUri().toString()));
        }
        for (Bundle bundle : installed) {
            bundle.start();
        }
    }

    private static Path jar(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, name + "-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("No jar of " + name + " in " + folder + ": start with lab/test");
    }

    /** A service of this type, as soon as there is one. */
    <S> S service(Class<S> type) {
        return await(type, "(" + Constants.OBJECTCLASS + "=" + type.getName() + ")");
    }

    /** The camera with this address that a provider offers, as soon as it is there. */
    CameraDevice device(String provider, String address) {
        return await(CameraDevice.class, deviceFilter(provider, address));
    }

    /** Waits until a provider does not offer a camera with this address any more. */
    void awaitGone(String provider, String address) {
        Awaitility.await("no " + provider + " at " + address)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .until(() -> reference(provider, address).isEmpty());
    }

    /** What a provider tells about a camera that is there. */
    Map<String, Object> properties(String provider, String address) {
        ServiceReference<CameraDevice> reference = reference(provider, address).orElseThrow();
        Map<String, Object> properties = new HashMap<>();
        Stream.of(reference.getPropertyKeys()).forEach(key -> properties.put(key, reference.getProperty(key)));
        return properties;
    }

    private Optional<ServiceReference<CameraDevice>> reference(String provider, String address) {
        try {
            return context().getServiceReferences(CameraDevice.class, deviceFilter(provider, address)).stream()
                    .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String deviceFilter(String provider, String address) {
        return "(&(" + Constants.OBJECTCLASS + "=" + CameraDevice.class.getName() + ")(" + CameraProperties.PROVIDER
                + "=" + provider + ")(" + CameraProperties.ADDRESS + "=" + address + "))";
    }

    private <S> S await(Class<S> type, String filter) {
        try {
            ServiceTracker<S, S> tracker = new ServiceTracker<>(context(), FrameworkUtil.createFilter(filter), null);
            tracker.open();
            S service = tracker.waitForService(PATIENCE.toMillis());
            if (service == null) {
                throw new IllegalStateException("No service " + filter + " within " + PATIENCE.toSeconds() + " s");
            }
            return service;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + filter, e);
        }
    }

    /**
     * Gives the core time for an emulated machine, but for what a test wants otherwise.
     *
     * @param wanted keys of {@code org.mediacapture.core}
     */
    void configureCore(Map<String, Object> wanted) throws IOException {
        Hashtable<String, Object> keys = new Hashtable<>();
        keys.put("grace", CALL.toMillis());
        for (String deadline : List.of("open", "first-frame", "stall", "control", "photo", "close")) {
            keys.put("deadline." + deadline, CALL.toMillis());
        }
        keys.putAll(wanted);
        service(ConfigurationAdmin.class)
                .getConfiguration("org.mediacapture.core", "?")
                .update(keys);
    }

    /** Has {@code provider-webcam} look for local cameras, or leave them to the other provider. */
    void lookByWebcam(boolean look) throws IOException {
        service(ConfigurationAdmin.class)
                .getConfiguration("org.mediacapture.provider.webcam", "?")
                .update(new Hashtable<>(Map.of("discovery", look)));
    }

    /** Configures a camera that no provider finds by itself, or one once more. */
    Configuration configure(Map<String, Object> keys) {
        try {
            Configuration configuration = service(ConfigurationAdmin.class)
                    .createFactoryConfiguration(CameraProperties.NETWORK_CAMERA_PID, "?");
            Hashtable<String, Object> all = new Hashtable<>(keys);
            all.put("open.deadline", CALL.toMillis());
            all.put("read.deadline", CALL.toMillis());
            configuration.update(all);
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(PATIENCE.toMillis());
        try (Stream<Path> files = Files.walk(storage)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
