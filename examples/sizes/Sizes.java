// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of what an application has to carry, docs/sizes.md, from the bundles that were resolved and exported. Run by
 * examples/run-all: java Sizes.java write|check. "write" makes the page anew; "check" fails when it names other bundles than there
 * are, or a size that is off by more than a tenth: what differs less between two JDKs or two commits is not worth a commit.
 */
final class Sizes {
    private static final Path PAGE = Path.of("../../docs/sizes.md");
    private static final Path EXPORTS = Path.of("target/export");
    private static final Path WRAPPER = Path.of("../../libs-javacv/target");
    private static final List<String> PROVIDERS = List.of("mock", "webcam", "javacv");
    private static final List<String> PLATFORMS = List.of("linux-x86_64", "linux-arm64", "macosx-arm64", "windows-x86_64");
    private static final Pattern NATIVES = Pattern.compile("org/bytedeco/[a-z]+/([a-z]+-[a-z0-9_]+)/.+");
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\|(.*)\\| ([0-9]+) \\|");

    private Sizes() {}

    public static void main(String[] arguments) throws IOException {
        List<String> complaints = new ArrayList<>();
        String page = page(complaints);
        if (arguments[0].equals("write")) {
            Files.writeString(PAGE, page);
        } else {
            complaints.addAll(differences(rows(Files.readString(PAGE)), rows(page)));
        }
        complaints.forEach(System.out::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    private static String page(List<String> complaints) throws IOException {
        StringBuilder page = new StringBuilder("""
                # What an application has to carry

                Made by `java Sizes.java write` in [examples/sizes](../examples/sizes), after `examples/run-all`, which fails when a bundle
                comes or goes, or a size is off by more than a tenth. Bytes of the jars, without the framework and slf4j. Each assembly is
                what the resolver makes of `org.mediacapture.core` and a template of [bom](../bom).

                | assembly | bundles | bytes |
                |---|---|---|
                """);
        for (String provider : PROVIDERS) {
            List<Path> bundles = jars(EXPORTS.resolve(provider));
            page.append("| api, core and ").append(provider).append(" | ").append(bundles.size()).append(" | ");
            page.append(bundles.stream().mapToLong(Sizes::size).sum()).append(" |\n");
        }
        page.append("\n| bundle | in | bytes |\n|---|---|---|\n");
        Map<String, List<String>> users = new TreeMap<>();
        Map<String, Long> sizes = new TreeMap<>();
        for (String provider : PROVIDERS) {
            for (Path jar : jars(EXPORTS.resolve(provider))) {
                String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
                users.computeIfAbsent(name, key -> new ArrayList<>()).add(provider);
                sizes.put(name, size(jar));
            }
        }
        users.forEach((name, in) -> page.append("| ").append(name).append(" | ").append(String.join(", ", in)).append(" | ")
                .append(sizes.get(name)).append(" |\n"));
        page.append("""

                The natives of FFmpeg are most of it, and only those of one platform are inside: that of `-Djavacpp.platform`, by default
                linux-x86_64. The profile `platforms` of `libs-javacv` assembles the others, each under its classifier; they were not run.

                | org.mediacapture.libs.javacv | native files | bytes |
                |---|---|---|
                """);
        for (String platform : PLATFORMS) {
            Path jar = wrapper(platform);
            page.append("| ").append(platform).append(" | ").append(natives(jar, platform, complaints)).append(" | ");
            page.append(size(jar)).append(" |\n");
        }
        return page.toString();
    }

    /** The default platform has no classifier. */
    private static Path wrapper(String platform) throws IOException {
        String end = platform.equals(PLATFORMS.get(0)) ? "SNAPSHOT.jar|[0-9]+\\.jar" : Pattern.quote(platform + ".jar");
        return jars(WRAPPER).stream()
                .filter(jar -> Pattern.compile("-(" + end + ")$").matcher(jar.toString()).find())
                .findFirst()
                .orElseThrow(() -> new IOException(WRAPPER + " has no bundle for " + platform + ": mvn -Pplatforms package"));
    }

    /** Counts the native files, and complains of those of other platforms, and of a manifest that does not tell the platform. */
    private static long natives(Path jar, String platform, List<String> complaints) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Map<String, Long> found = file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> NATIVES.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .collect(Collectors.groupingBy(matcher -> matcher.group(1), TreeMap::new, Collectors.counting()));
            if (!found.keySet().equals(java.util.Set.of(platform))) {
                complaints.add(jar + " has natives for " + found.keySet() + ", " + platform + " was asked for");
            }
            for (String header : List.of("Bundle-Name", "Bundle-NativeCode")) {
                String value = String.valueOf(file.getManifest().getMainAttributes().getValue(header));
                if (!value.contains(platform)) {
                    complaints.add(jar + ": " + header + ": " + value + " does not tell " + platform);
                }
            }
            String code = String.valueOf(file.getManifest().getMainAttributes().getValue("Bundle-NativeCode"));
            String library = code.replaceFirst(";.*", "");
            if (file.getEntry(library) == null) {
                complaints.add(jar + " has no " + library + ", which its Bundle-NativeCode names");
            }
            return found.getOrDefault(platform, 0L);
        }
    }

    private static List<String> differences(Map<String, Long> written, Map<String, Long> there) {
        List<String> differences = new ArrayList<>();
        for (String row : there.keySet()) {
            if (!written.containsKey(row)) {
                differences.add(PAGE + " lacks: " + row);
            } else if (Math.abs(written.get(row) - there.get(row)) * 10 > there.get(row)) {
                differences.add(PAGE + ": " + row + " says " + written.get(row) + " bytes, it has " + there.get(row));
            }
        }
        written.keySet().stream().filter(row -> !there.containsKey(row)).forEach(row -> differences.add(PAGE + " still has: " + row));
        return differences;
    }

    /** All cells but the size, and the size. */
    private static Map<String, Long> rows(String page) {
        return page.lines().map(ROW::matcher).filter(Matcher::matches).collect(Collectors.toMap(
                row -> row.group(1) + " |" + row.group(2), row -> Long.parseLong(row.group(3)), (a, b) -> a, TreeMap::new));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
