// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages, with their versions, that bundles on the class path export, so that the framework can pass them on. Immutable.
 *
 * @param clauses as in a manifest
 */
record ExportedPackages(String clauses) {
    /** Those of the bundles that these classes are from. */
    static ExportedPackages ofJarsWith(Class<?>... classes) {
        return new ExportedPackages(
                Stream.of(classes).map(ExportedPackages::exports).collect(Collectors.joining(",")));
    }

    private static String exports(Class<?> type) {
        try (JarFile jar = new JarFile(
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toFile())) {
            return Optional.ofNullable(jar.getManifest().getMainAttributes().getValue("Export-Package"))
                    .orElseThrow(() -> new IllegalArgumentException(jar.getName() + " exports no package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(type + " is in no jar", e);
        }
    }
}
