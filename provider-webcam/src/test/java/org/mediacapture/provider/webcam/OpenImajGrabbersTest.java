// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediacapture.libs.webcam.OpenImaj;

/** The natives themselves, as far as that is possible without a camera. */
class OpenImajGrabbersTest {
    private final Grabbers grabbers = new OpenImajGrabbers();

    @BeforeAll
    static void load() {
        try {
            OpenImaj.load();
        } catch (LinkageError e) {
            Assumptions.abort(e.getMessage());
        }
    }

    @Test
    void listingNamesDeviceFilesAndLeavesNoThread() {
        List<Grabbers.Found> found = grabbers.list();

        assertThat(found).allSatisfy(camera -> assertThat(camera.id()).startsWith("/dev/video"));
        assertThat(libraryThreads()).isEmpty();
    }

    @Test
    void whatIsNotThereDoesNotOpenAndCanBeClosed() {
        try (Grabbers.Grabber grabber = grabbers.open("/dev/no-such", 640, 480)) {
            assertThat(grabber.isOpen()).isFalse();
        }
        assertThat(libraryThreads()).isEmpty();
    }

    /** The driver's own: one that does all native calls of the JVM, and one for each camera. */
    private static Set<String> libraryThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("atomic-processor") || name.startsWith("frames-refresher"))
                .collect(Collectors.toSet());
    }
}
