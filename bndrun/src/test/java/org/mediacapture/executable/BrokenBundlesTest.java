// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BrokenBundlesTest {
    @TempDir
    Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void copyTheJar() throws IOException {
        ExecutableJar whole = ExecutableJar.inside(directory);
        jar = whole.withJar(Files.copy(whole.jar(), directory.resolve("broken.jar")));
    }

    @Test
    void aBundleThatDoesNotResolveIsNamedWithTheReason() throws Exception {
        try (FileSystem content = FileSystems.newFileSystem(jar.jar())) {
            Files.delete(bundle(content, "gson-"));
        }

        ProcessResult result = jar.commands("echo hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("org.mediacapture.shell").contains("com.google.gson");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void atThePromptItIsNamedBeforeTheFirstAnswer() throws Exception {
        try (FileSystem content = FileSystems.newFileSystem(jar.jar())) {
            Files.delete(bundle(content, "gson-"));
        }

        try (TerminalSession terminal = TerminalSession.start(jar)) {
            assertThat(terminal.answer("echo hello"))
                    .contains("org.mediacapture.shell", "com.google.gson")
                    .endsWith("hello");
            assertThat(terminal.answer("echo again")).isEqualTo("again");
        }
    }

    @Test
    void withoutTheCoreTheDoctorStillSaysWhatIsWrong() throws Exception {
        try (FileSystem content = FileSystems.newFileSystem(jar.jar())) {
            Files.delete(bundle(content, "org.mediacapture.core-"));
        }

        ProcessResult result = jar.commands("camera:doctor");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("problem").contains("core");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrlCAtThePromptEndsTheWaitForABundleThatDoesNotStart() throws Exception {
        try (FileSystem content = FileSystems.newFileSystem(jar.jar())) {
            writeBundle(content.getPath("bundles", "endless.jar"), EndlessActivator.class);
        }

        try (TerminalSession terminal = TerminalSession.start(jar)) {
            terminal.type("echo never");
            terminal.press(TerminalSession.ENTER);
            terminal.interrupt();
            assertThat(terminal.text()).doesNotContain("\nnever");
            terminal.press(TerminalSession.CTRL_D);

            terminal.awaitEnd();
        }
    }

    @Test
    void aBundleThatDoesNotStopIsAbandoned() throws Exception {
        try (FileSystem content = FileSystems.newFileSystem(jar.jar())) {
            writeBundle(content.getPath("bundles", "stuck.jar"), StuckActivator.class);
        }

        ProcessResult result = jar.commands("echo hello");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("hello\n");
        assertThat(result.err()).contains("example.stuck").contains("abandoned").hasLineCount(1);
    }

    private static Path bundle(FileSystem content, String prefix) throws IOException {
        try (Stream<Path> bundles = Files.list(content.getPath("bundles"))) {
            return bundles.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void writeBundle(Path path, Class<?> type) throws IOException {
        String activator = type.getName();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "example.stuck");
        attributes.putValue("Bundle-Activator", activator);
        attributes.putValue("Import-Package", "org.osgi.framework");
        String entry = activator.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream bundle = new JarOutputStream(out, manifest);
                InputStream code = type.getClassLoader().getResourceAsStream(entry)) {
            bundle.putNextEntry(new JarEntry(entry));
            code.transferTo(bundle);
        }
    }
}
