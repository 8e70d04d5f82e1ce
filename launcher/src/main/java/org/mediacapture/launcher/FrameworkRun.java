// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The framework with its bundles, from start to end. Thread-safe after {@link #start}. */
final class FrameworkRun {
    private final Framework framework;
    private final Map<Bundle, BundleFile> bundles = new LinkedHashMap<>();

    /** Makes the framework, with nothing in it and nothing running. */
    FrameworkRun(Map<String, String> properties) throws LaunchException {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new LaunchException("there is no OSGi framework on the class path"));
        framework = factory.newFramework(properties);
        try {
            framework.init();
        } catch (BundleException e) {
            throw new LaunchException("the OSGi framework does not start: " + e.getMessage(), e);
        }
    }

    /** The framework's own bundle context. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs bundles in place: the framework reads the files where they are. */
    void install(List<BundleFile> files, StartLevels levels) throws LaunchException {
        for (BundleFile file : files) {
            try {
                Bundle bundle =
                        context().installBundle("reference:" + file.path().toUri());
                bundle.adapt(BundleStartLevel.class).setStartLevel(levels.of(bundle.getSymbolicName()));
                bundles.put(bundle, file);
            } catch (BundleException e) {
                throw new LaunchException("cannot install " + file.path().getFileName() + ": " + e.getMessage(), e);
            }
        }
    }

    /** The bundles that were installed, and their files. */
    Map<Bundle, BundleFile> bundles() {
        return Collections.unmodifiableMap(bundles);
    }

    /** Starts everything, level by level; comes back when all that can start has started. */
    void start() throws LaunchException {
        try {
            for (Bundle bundle : bundles.keySet()) {
                if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                }
            }
            framework.start();
        } catch (BundleException e) {
            throw new LaunchException("the OSGi framework does not start: " + e.getMessage(), e);
        }
    }

    /** Why bundles are not running, a line for each; empty if all are. */
    List<String> problems() {
        return StartProblems.of(List.copyOf(bundles.keySet())).lines();
    }

    /** Waits until somebody stops the framework. */
    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /**
     * Stops everything.
     *
     * @return what has not stopped in time and is abandoned; empty if all is well
     */
    List<String> stop(Duration patience) throws BundleException, InterruptedException {
        framework.stop(); // comes back at once
        if (framework.waitForStop(patience.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT) {
            return List.of();
        }
        List<String> stuck = bundles.keySet().stream()
                .filter(bundle -> bundle.getState() == Bundle.STOPPING)
                .map(bundle -> "bundle " + bundle.getSymbolicName())
                .collect(Collectors.toList());
        return stuck.isEmpty() ? Stream.of("the framework").toList() : stuck;
    }
}
