// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code camera:doctor} beside a real camera that another program holds. */
@InLab
class DoctorTest {
    private static final String LIBRARY = "libjniavutil.so";
    private static final int STARTS = 5;

    private final CameraLab lab;
    private final VideoNode camera;

    @TempDir
    Path data;

    DoctorTest(CameraLab lab) {
        this.lab = lab;
        camera = lab.camera("uvcvideo");
    }

    @Test
    void aBrokenLibraryADeadUrlAndACameraThatIsHeldAreAllNamedInOneRun() throws Exception {
        breakLibrary();
        Process holder = lab.stream(camera);
        try {
            String printed = doctor();

            assertThat(printed.lines().filter(line -> line.startsWith("problem")))
                    .anyMatch(line -> line.contains("org.mediacapture.codec.ffmpeg") && line.contains(LIBRARY))
                    .anyMatch(line -> line.contains("dead (http://127.0.0.1:9/stream) cannot be opened: "))
                    .anyMatch(line -> line.contains(camera.file())
                            && line.contains("is open in v4l2-ctl (process " + holder.pid() + ")"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private String doctor() {
        return call("camera:add http://127.0.0.1:9/stream name=dead; camera:doctor");
    }

    private String call(String commands) {
        return lab.call("./mediacapture", "--data", data.toString(), "-c", commands);
    }

    /** As a disk does that goes bad: size and time stay as they were. It is there after a start that lasts long enough. */
    private void breakLibrary() throws IOException {
        Optional<Path> library = Optional.empty();
        for (int start = 0; start < STARTS && library.isEmpty(); start++) {
            call("camera:watch --for 20");
            library = find();
        }
        FileTime time = Files.getLastModifiedTime(library.orElseThrow());
        Files.write(library.get(), new byte[Math.toIntExact(Files.size(library.get()))]);
        Files.setLastModifiedTime(library.get(), time);
    }

    private Optional<Path> find() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("natives"))) {
            return files.filter(file -> file.endsWith(LIBRARY)).findFirst();
        }
    }
}
