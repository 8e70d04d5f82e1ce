// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/** Lets no deadline of the core expire during a test, however busy the machine is. */
final class PatientCore implements BeforeEachCallback, AfterEachCallback {
    private static final long PATIENCE = 600_000; // ms

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        configure(waits(PATIENCE));
    }

    /** A configuration of the core that gives cameras and their providers so many milliseconds for each thing. */
    static Hashtable<String, Object> waits(long milliseconds) {
        return new Hashtable<>(Stream.of(
                        "grace",
                        "deadline.open",
                        "deadline.first-frame",
                        "deadline.stall",
                        "deadline.control",
                        "deadline.photo",
                        "deadline.close")
                .collect(Collectors.toMap(key -> key, key -> milliseconds)));
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        configure(new Hashtable<>());
    }

    private static void configure(Dictionary<String, ?> values) throws IOException {
        BundleContext context = FrameworkUtil.getBundle(PatientCore.class).getBundleContext();
        ServiceReference<ConfigurationAdmin> admin = context.getServiceReference(ConfigurationAdmin.class);
        try {
            context.getService(admin)
                    .getConfiguration("org.mediacapture.core", "?")
                    .update(values);
        } finally {
            context.ungetService(admin);
        }
    }
}
