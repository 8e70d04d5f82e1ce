// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Makes a bundle that stands for an application: without content, or with a resource. */
final class GeneratedBundle {
    private GeneratedBundle() {}

    /** Installs and starts such a bundle. */
    static Bundle start(BundleContext context, String symbolicName) throws IOException, BundleException {
        return start(context, symbolicName, Map.of(), Map.of());
    }

    /** The same, with further headers and with resources, texts by their paths. */
    static Bundle start(
            BundleContext context, String symbolicName, Map<String, String> headers, Map<String, String> resources)
            throws IOException, BundleException {
        Bundle bundle = context.installBundle("generated:" + symbolicName, jar(symbolicName, headers, resources));
        bundle.start();
        return bundle;
    }

    private static InputStream jar(String symbolicName, Map<String, String> more, Map<String, String> resources)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        more.forEach(headers::putValue);
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                jar.putNextEntry(new ZipEntry(resource.getKey()));
                jar.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
