// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.plain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.mediacapture.frame.Blob;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A plain Java program with a framework inside: takes a photo into the file that its argument names. Its own classes and the
 * bundles share the API, which lies on the class path, and is exported by the framework.
 */
public final class TakePhoto {
    /** What is installed, in this order. */
    private static final List<String> BUNDLES = List.of(
            "org.osgi.service.component.jar",
            "org.apache.felix.scr.jar",
            "org.mediacapture.core.jar",
            "org.mediacapture.provider.mock.jar");

    private TakePhoto() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: java -jar take-photo.jar FILE.jpg");
            System.exit(2);
        }
        Path storage = Files.createTempDirectory("take-photo");
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, storage.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exports()));
        framework.start();
        try {
            for (Bundle bundle : install(framework.getBundleContext())) {
                bundle.start();
            }
            Blob photo = photo(framework.getBundleContext());
            Files.write(Path.of(arguments[0]), photo.bytes());
            System.out.println(arguments[0] + "  " + photo.type() + "  " + photo.size() + " bytes");
        } finally {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
            delete(storage);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Blob photo(BundleContext context) throws Exception {
        MediaDevices devices = service(context, MediaDevices.class);
        ImageCaptureFactory captures = service(context, ImageCaptureFactory.class);
        MediaStreamTrack track = devices.getUserMedia(MediaStreamConstraints.ofVideo())
                .getValue()
                .getVideoTracks()
                .get(0);
        return captures.create(track).takePhoto().getValue();
    }

    private static <T> T service(BundleContext context, Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        T service = tracker.waitForService(TimeUnit.SECONDS.toMillis(10));
        if (service == null) {
            throw new IllegalStateException(type.getName() + " is not there after ten seconds");
        }
        return service;
    }

    private static List<Bundle> install(BundleContext context) throws Exception {
        List<Bundle> installed = new ArrayList<>();
        for (String name : BUNDLES) {
            try (InputStream jar = resource("/bundles/" + name)) {
                installed.add(context.installBundle(name, jar));
            }
        }
        return installed;
    }

    /** The packages that the bundles share with this program, with the versions that they have: the build wrote them. */
    private static String exports() throws IOException {
        try (InputStream manifest = resource("/META-INF/MANIFEST.MF")) {
            return new Manifest(manifest).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
        }
    }

    private static InputStream resource(String name) {
        InputStream found = TakePhoto.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " is not in the jar");
        }
        return found;
    }
}
