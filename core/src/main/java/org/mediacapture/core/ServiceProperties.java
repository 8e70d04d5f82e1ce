// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import org.osgi.framework.ServiceReference;

/** Reads properties of services that others register, so of any type. Pure functions. */
final class ServiceProperties {
    private ServiceProperties() {}

    /** A text, or "" if there is none. */
    static String text(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof String value ? value : "";
    }

    /** A whole number, or 0 if there is none. */
    static int number(ServiceReference<?> reference, String property) {
        return reference.getProperty(property) instanceof Integer value ? value : 0;
    }
}
