// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The soak finds what was left behind. */
class LeftoversTest {
    private final Leftovers before = Leftovers.now();

    @Test
    void aThreadIsFoundByItsNameUntilItEnds() throws Exception {
        Semaphore over = new Semaphore(0);
        Thread thread = new Thread(over::acquireUninterruptibly, "camera-leak-7");
        thread.start();

        assertThat(Leftovers.now().since(before)).contains("1 more: thread camera-leak-#");

        over.release();
        thread.join();
        assertThat(Leftovers.now().since(before)).doesNotContain("1 more: thread camera-leak-#");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileIsFoundOnceOnDiskAndOnceAsADescriptor() throws Exception {
        Path file = Files.createTempFile("camera-leak", ".jpg");
        try (InputStream open = Files.newInputStream(file)) {
            assertThat(Leftovers.now().since(before))
                    .anyMatch(left -> left.startsWith("1 more: descriptor of ") && left.contains("camera-leak#.jpg"))
                    .anyMatch(left -> left.startsWith("1 more: temporary file camera-leak#.jpg"));
        } finally {
            Files.delete(file);
        }

        assertThat(Leftovers.now().since(before)).noneMatch(left -> left.contains("camera-leak#.jpg"));
    }
}
