// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A recording of a terminal, in the format of asciinema: a header, and then a line for each thing that was written, with its
 * time. Thread-safe.
 *
 * @see <a href="https://docs.asciinema.org/manual/asciicast/v2/">asciicast v2</a>
 */
final class Cast implements Consumer<String> {
    private static final double NANOS = 1e9;
    private static final Gson JSON =
            new com.google.gson.GsonBuilder().disableHtmlEscaping().create();

    private final long begun = System.nanoTime();
    private final List<String> lines = new ArrayList<>();

    /** Begins a recording, whose time begins now. */
    Cast(int columns, int rows, String title) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("version", 2);
        header.put("width", columns);
        header.put("height", rows);
        header.put("title", title);
        header.put("idle_time_limit", 1.5);
        lines.add(JSON.toJson(header));
    }

    @Override
    public synchronized void accept(String output) {
        double time = (System.nanoTime() - begun) / NANOS;
        lines.add("[" + String.format(Locale.ROOT, "%.3f", time) + ", \"o\", " + JSON.toJson(output) + "]");
    }

    /** Writes what was recorded. */
    synchronized void save(Path file) throws IOException {
        Files.write(file, lines);
    }
}
