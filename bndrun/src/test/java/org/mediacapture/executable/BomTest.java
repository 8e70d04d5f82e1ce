// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the bill of materials, which has no parent so that nothing else comes with it, to the poms of the build. */
class BomTest {
    private static final Path ROOT =
            Path.of(System.getProperty("mediacapture.readme")).resolveSibling("");
    private static final Set<String> NOT_FOR_APPLICATIONS = Set.of(
            "benchmarks",
            "bndrun",
            "bom",
            "configuration",
            "conformance",
            "console",
            "diagnosis",
            "felix",
            "fixtures",
            "index",
            "integration-tests",
            "karaf",
            "lab",
            "launcher");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.]+\\.version)>([^<]+)</");

    @Test
    void whatItNamesHasTheVersionThatTheBuildUses() throws IOException {
        Map<String, String> built = versions("pom.xml", "adapters/pom.xml", "bndrun/pom.xml");
        Map<String, String> named = versions("bom/pom.xml");
        String ours = named.remove("org.mediacapture.bom");
        named.values().removeIf("${project.version}"::equals);

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(
                        (artifact, version) -> assertThat(built).as(artifact).containsEntry(artifact, version));
        assertThat(ours).isEqualTo(built.get("org.mediacapture.parent"));
    }

    @Test
    void itNamesEveryModuleThatIsForApplications() throws IOException {
        Set<String> named = versions("bom/pom.xml").keySet();
        Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(ROOT.resolve("pom.xml")));
        Set<String> missing = new TreeSet<>();
        while (module.find()) {
            String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
            if (!NOT_FOR_APPLICATIONS.contains(module.group(1))
                    && named.stream()
                            .noneMatch(artifact -> pom.contains("<artifactId>" + artifact + "</artifactId>\n  <"))) {
                missing.add(module.group(1));
            }
        }

        assertThat(missing).as("modules that bom/pom.xml does not name").isEmpty();
    }

    /** The version of each artifact, with its properties put in. */
    private static Map<String, String> versions(String... poms) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        Map<String, String> versions = new TreeMap<>();
        for (String pom : poms) {
            String text = Files.readString(ROOT.resolve(pom));
            found(PROPERTY, text, properties);
            found(DEPENDENCY, text, versions);
        }
        versions.replaceAll(
                (artifact, version) -> properties.getOrDefault(version.replaceFirst("^\\$\\{(.*)}$", "$1"), version));
        return versions;
    }

    private static void found(Pattern pattern, String text, Map<String, String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.putIfAbsent(matcher.group(1), matcher.group(2));
        }
    }
}
