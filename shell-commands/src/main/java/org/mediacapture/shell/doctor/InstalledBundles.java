// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mediacapture.provider.ProvideCameras;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Reads the bundles of a framework. Nothing is resolved or started for it. Thread-safe.
 *
 * @param context of the bundle that asks
 */
public record InstalledBundles(BundleContext context) {
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]*)");

    /**
     * The bundles that are there.
     *
     * @return all but the framework itself
     */
    public List<InstalledBundle> all() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID)
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for one that is uninstalled meanwhile. */
    private Optional<InstalledBundle> read(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class))
                .map(revision -> new InstalledBundle(
                        bundle.getBundleId(),
                        Optional.ofNullable(bundle.getSymbolicName()).orElse(bundle.getLocation()),
                        bundle.getVersion().toString(),
                        state(bundle, revision),
                        bundle.getState() == Bundle.INSTALLED ? missing(revision) : List.of(),
                        revision.getDeclaredCapabilities(ProvideCameras.NAMESPACE).stream()
                                .map(capability -> String.valueOf(
                                        capability.getAttributes().get(ProvideCameras.NAMESPACE)))
                                .toList(),
                        new MetatypeFiles(bundle).keys()));
    }

    private static InstalledBundle.State state(Bundle bundle, BundleRevision revision) {
        boolean fragment = (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> InstalledBundle.State.UNRESOLVED;
            case Bundle.ACTIVE, Bundle.STARTING -> InstalledBundle.State.ACTIVE;
            default -> fragment ? InstalledBundle.State.ACTIVE : InstalledBundle.State.STOPPED;
        };
    }

    private List<String> missing(BundleRevision revision) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        return revision.getDeclaredRequirements(null).stream()
                .filter(InstalledBundles::isNeeded)
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(InstalledBundles::words)
                .toList();
    }

    private static boolean isNeeded(BundleRequirement requirement) {
        String effective = requirement.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
        return effective.equals(Constants.EFFECTIVE_RESOLVE)
                && !Constants.RESOLUTION_OPTIONAL.equals(
                        requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
    }

    private static String words(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        Matcher named = PACKAGE.matcher(filter);
        return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE) && named.find()
                ? "package " + named.group(1)
                : requirement.getNamespace() + " " + filter;
    }
}
