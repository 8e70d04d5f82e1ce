// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Records where time and memory go, and writes it down for {@code docs/profiles.md}. Confined to the thread that runs it. */
public final class Profiles {
    private static final int SECONDS = 15;
    private static final String ENDING = ".csv";
    private static final String FIRST = "before";

    private final Path docs;

    private Profiles(Path docs) {
        this.docs = docs;
    }

    /**
     * Records all uses.
     *
     * @param arguments the folder of the documentation, and the name of the recording
     */
    public static void main(String[] arguments) throws Exception {
        record(Path.of(arguments[0]), arguments[1], SECONDS);
        System.exit(0); // FFmpeg's threads would wait for more
    }

    /** Records all uses, each for so long after as long a warm-up. */
    static void record(Path docs, String name, int seconds) throws Exception {
        Profiles profiles = new Profiles(docs);
        List<String> lines = new ArrayList<>(List.of(ProfileRow.HEAD));
        try (MockFramework framework = MockFramework.withCodecs()) {
            for (ProfiledUse use : ProfiledUse.values()) {
                Profile profile = use.measure(framework, seconds);
                System.out.printf(
                        "%s: %d operations, %d samples%n",
                        use.id(), profile.totals().operations(), profile.times().size());
                profile.rows().forEach(row -> lines.add(row.line()));
                profiles.write("images/profile-" + use.id() + ".svg", FlameGraph.draw(profile));
            }
        }
        profiles.write("profiles/" + name + ENDING, String.join("\n", lines) + "\n");
        profiles.writePage();
    }

    private void writePage() throws IOException {
        Path introduction = docs.resolve("profiles/introduction.md");
        String begin = Files.exists(introduction) ? Files.readString(introduction) : "# Profiles";
        write("profiles.md", ProfilePage.of(begin, recordings()));
    }

    private Map<String, List<ProfileRow>> recordings() throws IOException {
        Map<String, List<ProfileRow>> recordings = new LinkedHashMap<>();
        for (Path file : files()) {
            List<ProfileRow> rows = Files.readAllLines(file).stream()
                    .skip(1)
                    .map(ProfileRow::parse)
                    .toList();
            recordings.put(name(file), rows);
        }
        return recordings;
    }

    /** Those of "before" first, the others by name. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(docs.resolve("profiles"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    file -> !name(file).equals(FIRST))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private void write(String path, String text) throws IOException {
        Path file = docs.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
