// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.test.common.annotation.InjectBundleContext;

/** Holds the manifests of the built bundles to the table of ARCHITECTURE.md, section 3. */
class ModuleBoundariesTest {
    private static final String OURS = "org.mediacapture.";
    private static final String PROVIDER_PACKAGES = "constraint frame provider";

    /** For each bundle the packages of ours that it may import, without {@code org.mediacapture.}. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "org.mediacapture.api", packages("constraint frame provider stream image admin"),
            "org.mediacapture.core", packages("constraint frame provider stream image admin"),
            "org.mediacapture.provider.mock", packages(PROVIDER_PACKAGES),
            "org.mediacapture.provider.javacv", packages(PROVIDER_PACKAGES + " libs.javacv"),
            "org.mediacapture.provider.webcam", packages(PROVIDER_PACKAGES + " libs.webcam"),
            "org.mediacapture.codec.ffmpeg", packages("constraint frame libs.javacv"),
            "org.mediacapture.libs.javacv", packages(""),
            "org.mediacapture.libs.webcam", packages(""));

    @InjectBundleContext
    BundleContext context;

    @Test
    void everyBundleOfOursIsThereAndImportsOnlyWhatItMayKnow() {
        ALLOWED.forEach((name, allowed) -> {
            Set<String> imported = importsOfOurs(bundle(name));
            assertThat(imported).as("packages imported by %s", name).isSubsetOf(allowed);
        });
    }

    @Test
    void onlyTheApiAndTheWrappedLibrariesExportPackages() {
        for (String name : ALLOWED.keySet()) {
            boolean exports = name.equals("org.mediacapture.api") || name.startsWith("org.mediacapture.libs.");
            Optional<String> header =
                    Optional.ofNullable(bundle(name).getHeaders().get(Constants.EXPORT_PACKAGE));
            assertThat(header.isPresent()).as("%s exports packages", name).isEqualTo(exports);
        }
    }

    private Bundle bundle(String name) {
        return Bundles.named(context, name);
    }

    private static Set<String> importsOfOurs(Bundle bundle) {
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(requirement -> requirement.getDirectives().get(Constants.FILTER_DIRECTIVE))
                .flatMap(filter -> Arrays.stream(filter.split("[()&=*]+")))
                .filter(word -> word.startsWith(OURS))
                .map(word -> word.substring(OURS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> packages(String names) {
        return Set.of(names.split(" "));
    }
}
