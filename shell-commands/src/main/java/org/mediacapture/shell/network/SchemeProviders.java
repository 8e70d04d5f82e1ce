// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mediacapture.provider.ProvideCameras;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The providers that say, in the manifests of started bundles, that they bring cameras of a scheme. Thread-safe.
 *
 * @param context of the bundle that asks
 */
public record SchemeProviders(BundleContext context) implements Function<String, Set<String>> {
    /**
     * Looks at the bundles.
     *
     * @param scheme of an address, such as {@code http}
     * @return the names of the providers
     */
    @Override
    public Set<String> apply(String scheme) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull) // uninstalled meanwhile
                .flatMap(revision -> revision.getDeclaredCapabilities(ProvideCameras.NAMESPACE).stream())
                .map(capability -> capability.getAttributes())
                .filter(attributes -> attributes.get(ProvideCameras.SCHEMES) instanceof Collection<?> schemes
                        && schemes.contains(scheme))
                .map(attributes -> String.valueOf(attributes.get(ProvideCameras.NAMESPACE)))
                .collect(Collectors.toSet());
    }
}
