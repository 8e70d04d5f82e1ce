// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.webcam;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the natives run on. Immutable. BridJ knows few processors and takes every other 64-bit one for x86_64; it would unpack
 * natives that cannot run there, and print what comes of it.
 *
 * @param os the system property {@code os.name}
 * @param arch the system property {@code os.arch}
 */
record Platform(String os, String arch) {
    private static final Set<String> INTEL = Set.of("amd64", "x86_64", "x86", "i386", "i486", "i586", "i686");

    /** The platform that this JVM runs on. */
    static Platform current() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Why there are no natives; empty if there are. */
    Optional<String> unsupported() {
        String system = os.toLowerCase(Locale.ROOT);
        boolean supported = system.startsWith("linux") && (INTEL.contains(arch) || arch.equals("arm"))
                || system.startsWith("windows") && INTEL.contains(arch)
                || system.startsWith("mac") && arch.equals("x86_64");
        return supported
                ? Optional.empty()
                : Optional.of(
                        "webcam-capture has no natives for " + os + " on " + arch
                                + "; it has them for Linux and Windows on x86 and x86_64, Linux on 32-bit ARM, macOS on x86_64");
    }
}
