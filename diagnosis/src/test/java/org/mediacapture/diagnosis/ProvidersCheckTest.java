// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.admin.ProviderTroubleStatus;

class ProvidersCheckTest {
    @TempDir
    Path system;

    private List<Finding> findings(List<ProviderTroubleStatus> providers, List<ProviderTroubleStatus> codecs)
            throws IOException {
        return new ProvidersCheck(() -> providers, () -> codecs, system).findings();
    }

    @Test
    void whatProvidersAndCodecsLackIsToldWithTheirRemedy() throws IOException {
        assertThat(findings(
                        List.of(new ProviderTroubleStatus("webcam", "x.webcam", "no local cameras: libv4l2")),
                        List.of(new ProviderTroubleStatus("codecs", "x.codec", "no codecs: broken.so", "delete it"))))
                .startsWith(
                        Finding.problem(
                                "webcam (x.webcam): no local cameras: libv4l2",
                                "the reason says what is missing; the log has more, and camera:providers tells what is"
                                        + " there instead"),
                        Finding.problem("codecs (x.codec): no codecs: broken.so", "delete it"));
    }

    @Test
    void theLibrariesThatAreLoadedAreNamedWithoutThoseOfTheSystemAndOfJava() throws IOException {
        Files.createDirectories(system.resolve("proc/self"));
        Files.writeString(system.resolve("proc/self/maps"), """
                7f0000-7f1000 r--p 00000000 fe:00 11    /usr/lib/x86_64-linux-gnu/libc.so.6
                7f0000-7f1000 r--p 00000000 fe:00 12    %s/lib/server/libjvm.so
                7f0000-7f1000 r--p 00000000 fe:00 13    /data/natives/libavutil.so.60
                7f0000-7f1000 r-xp 00000000 fe:00 13    /data/natives/libavutil.so.60
                7f0000-7f1000 r-xp 00000000 fe:00 14    /tmp/JNA/jna123.tmp (deleted)
                7f0000-7f1000 r-xp 00000000 fe:00 15    /data/bundles/api.jar
                7f0000-7f1000 rw-p 00000000 00:00 0
                """.formatted(System.getProperty("java.home")));

        assertThat(findings(List.of(), List.of()))
                .containsExactly(Finding.ok("native libraries that are loaded: jna123.tmp, libavutil.so.60"));
    }

    @Test
    void whereNothingIsLoadedItSaysSo() throws IOException {
        Files.createDirectories(system.resolve("proc/self"));
        Files.writeString(system.resolve("proc/self/maps"), "");

        assertThat(findings(List.of(), List.of()))
                .containsExactly(Finding.ok("no native libraries are loaded, beside those of Java"));
    }

    @Test
    void whereTheSystemDoesNotTellNothingIsClaimed() throws IOException {
        assertThat(findings(List.of(), List.of()))
                .containsExactly(Finding.ok("which native libraries are loaded is not known: only Linux tells"));
    }
}
