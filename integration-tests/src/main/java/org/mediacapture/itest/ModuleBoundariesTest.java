// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.ProvideCameras;
import org.mediacapture.stream.RequireCameras;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.test.common.annotation.InjectBundleContext;

/** Holds the manifests of the built bundles to the table of ARCHITECTURE.md, section 3. */
class ModuleBoundariesTest {
    private static final String OURS = "org.mediacapture.";
    private static final String PROVIDER_PACKAGES = "constraint frame provider";

    /** For each bundle the packages of ours that it may import, without {@code org.mediacapture.}. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("org.mediacapture.api", packages("constraint frame provider stream image admin")),
            Map.entry("org.mediacapture.core", packages("constraint frame provider stream image admin")),
            Map.entry("org.mediacapture.provider.mock", packages(PROVIDER_PACKAGES)),
            Map.entry("org.mediacapture.provider.javacv", packages(PROVIDER_PACKAGES + " libs.javacv")),
            Map.entry("org.mediacapture.provider.webcam", packages(PROVIDER_PACKAGES + " libs.webcam")),
            Map.entry("org.mediacapture.codec.ffmpeg", packages("constraint frame libs.javacv")),
            Map.entry("org.mediacapture.adapters", packages("constraint frame stream")),
            Map.entry("org.mediacapture.libs.javacv", packages("")),
            Map.entry("org.mediacapture.libs.webcam", packages("")),
            Map.entry("org.mediacapture.observe.conditions", packages("provider stream admin")),
            Map.entry("org.mediacapture.observe.events", packages("stream admin")),
            Map.entry("org.mediacapture.observe.health", packages("frame stream admin")),
            Map.entry("org.mediacapture.observe.inventory", packages("admin")),
            Map.entry("org.mediacapture.observe.metrics", packages("admin")));

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
    void onlyTheApiTheAdaptersAndTheWrappedLibrariesExportPackages() {
        for (String name : ALLOWED.keySet()) {
            boolean exports = name.equals("org.mediacapture.api")
                    || name.equals("org.mediacapture.adapters")
                    || name.startsWith("org.mediacapture.libs.");
            Optional<String> header =
                    Optional.ofNullable(bundle(name).getHeaders().get(Constants.EXPORT_PACKAGE));
            assertThat(header.isPresent()).as("%s exports packages", name).isEqualTo(exports);
        }
    }

    @Test
    void everyProviderSaysInItsManifestWhichCamerasItBrings() {
        assertThat(provided("mock")).containsExactly("mock");
        assertThat(provided("javacv")).containsExactly("v4l2", "http", "https", "rtsp", "file", "lavfi");
        assertThat(provided("webcam")).containsExactly("v4l2", "webcam", "http", "https");
    }

    @Test
    void theCoreSaysInItsManifestThatItImplementsTheApi() {
        assertThat(capabilities("org.mediacapture.core", "osgi.implementation"))
                .singleElement()
                .satisfies(capability -> assertThat(capability.getAttributes())
                        .containsEntry("osgi.implementation", RequireCameras.IMPLEMENTATION)
                        .containsEntry("version", Version.valueOf(RequireCameras.VERSION)));
    }

    /** The schemes in the manifest of the provider of that name. */
    private List<Object> provided(String provider) {
        return capabilities("org.mediacapture.provider." + provider, ProvideCameras.NAMESPACE).stream()
                .filter(capability -> provider.equals(capability.getAttributes().get(ProvideCameras.NAMESPACE)))
                .flatMap(capability -> ((List<?>) capability.getAttributes().get(ProvideCameras.SCHEMES)).stream())
                .<Object>map(scheme -> scheme)
                .toList();
    }

    private List<BundleCapability> capabilities(String bundle, String namespace) {
        return bundle(bundle).adapt(BundleRevision.class).getDeclaredCapabilities(namespace);
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
