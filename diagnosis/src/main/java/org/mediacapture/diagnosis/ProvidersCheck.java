// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mediacapture.admin.ProviderTroubleStatus;

/**
 * What providers and codecs lack here, such as native libraries, and which libraries are loaded. Immutable.
 *
 * @param providers what providers say that they lack
 * @param codecs what bundles of codecs say that they lack, the name of the bundle in the place of the provider's
 * @param system where the system's own files are, {@code /} but for tests
 */
public record ProvidersCheck(
        Supplier<List<ProviderTroubleStatus>> providers, Supplier<List<ProviderTroubleStatus>> codecs, Path system)
        implements Check {
    /** Libraries, and the name that JNA gives to its own. */
    private static final Pattern LIBRARY = Pattern.compile(".*(\\.so(\\.\\d+)*|/jna\\d+\\.tmp)( \\(deleted\\))?");

    /** Where the libraries of the system and of Java are. */
    private static final Pattern NOT_OURS = Pattern.compile("/(usr/)?lib(32|64)?/.*");

    @Override
    public String subject() {
        return "providers";
    }

    @Override
    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Stream.concat(providers.get().stream(), codecs.get().stream())
                .map(ProvidersCheck::finding)
                .forEach(findings::add);
        findings.add(Finding.ok(libraries()));
        return findings;
    }

    private String libraries() throws IOException {
        Path maps = system.resolve("proc/self/maps");
        if (!Files.isReadable(maps)) {
            return "which native libraries are loaded is not known: only Linux tells";
        }
        List<String> loaded = loaded(maps);
        return loaded.isEmpty()
                ? "no native libraries are loaded, beside those of Java"
                : "native libraries that are loaded: " + String.join(", ", loaded);
    }

    private static Finding finding(ProviderTroubleStatus trouble) {
        return Finding.problem(
                trouble.provider() + " (" + trouble.bundle() + "): " + trouble.reason(),
                trouble.remedy().isBlank()
                        ? "the reason says what is missing; the log has more, and camera:providers tells what is there instead"
                        : trouble.remedy());
    }

    private static List<String> loaded(Path maps) throws IOException {
        String java = System.getProperty("java.home", "");
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.map(line -> line.replaceFirst("^(\\S+\\s+){5}", ""))
                    .filter(file -> LIBRARY.matcher(file).matches())
                    .filter(file -> !NOT_OURS.matcher(file).matches() && !file.startsWith(java))
                    .map(file -> file.replaceFirst(" \\(deleted\\)$", ""))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
