// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.sarxos.webcam.ds.buildin.natives.OpenIMAJGrabber;
import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenImajTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, true",
        "Linux, arm, true",
        "Linux, aarch64, false",
        "Linux, riscv64, false",
        "Windows 11, amd64, true",
        "Windows 11, aarch64, false",
        "Mac OS X, x86_64, true",
        "Mac OS X, aarch64, false",
        "SunOS, sparcv9, false"
    })
    void aPlatformWithoutNativesIsNamedBeforeAnythingIsLoaded(String os, String arch, boolean supported) {
        if (supported) {
            assertThat(new Platform(os, arch).unsupported()).isEmpty();
        } else {
            assertThat(new Platform(os, arch).unsupported().orElseThrow())
                    .startsWith("webcam-capture has no natives for " + os + " on " + arch + "; it has them for ");
        }
    }

    @Test
    void theNativesLoadOrTheErrorNamesWhatTheyNeed() {
        try {
            OpenImaj.load();
            assertThat(new OpenIMAJGrabber().getVideoDevices().get()).isNotNull();
        } catch (LinkageError e) {
            assertThat(e).hasMessageContaining("Debian: libv4l-0");
        }
    }

    @Test
    void loadingChangesNeitherThePropertiesNorTheThreadNorLeavesOneBehind() {
        Set<String> threads = threads();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loadOrSkip();

        assertThat(System.getProperty("bridj.quiet")).isNull();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
        assertThat(threads()).isSubsetOf(threads);
    }

    @Test
    void whatWasUnpackedIsDeletedAndNoDirectoryIsNotedThatWouldStartASecondJvm() {
        loadOrSkip();
        List<File> unpacked = ExtractedFiles.ofBridJ().all();
        assertThat(unpacked).isNotEmpty().allMatch(File::isFile);

        OpenImaj.release();

        assertThat(unpacked).noneMatch(File::exists);
        assertThat(ExtractedFiles.ofBridJ().all()).isEmpty();
        assertThat(new OpenIMAJGrabber().getVideoDevices().get()).isNotNull();
    }

    private static void loadOrSkip() {
        try {
            OpenImaj.load();
        } catch (LinkageError e) {
            Assumptions.abort(e.getMessage());
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }
}
