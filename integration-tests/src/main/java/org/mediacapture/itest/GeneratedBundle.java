// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** Makes a bundle without content that stands for an application. */
final class GeneratedBundle {
    private GeneratedBundle() {}

    /** Installs and starts such a bundle. */
    static Bundle start(BundleContext context, String symbolicName) throws IOException, BundleException {
        Bundle bundle = context.installBundle("generated:" + symbolicName, jar(symbolicName));
        bundle.start();
        return bundle;
    }

    private static InputStream jar(String symbolicName) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
