// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what PIT wrote about one module: a {@code mutations.xml} for each group of packages. Immutable. */
final class MutationReport {
    /** Where PIT writes, relative to a module. */
    static final Path PLACE = Path.of("target", "pit-reports");

    private final Path root;
    private final String module;

    MutationReport(Path root, String module) {
        this.root = root;
        this.module = module;
    }

    /**
     * All mutants of the reports, in the order of their keys.
     *
     * @throws IOException if a report cannot be read
     */
    List<Mutant> mutants() throws IOException {
        List<Element> elements = new ArrayList<>();
        try (Stream<Path> groups = Files.list(root.resolve(module).resolve(PLACE))) {
            for (Path group : groups.sorted().toList()) {
                elements.addAll(mutations(group.resolve("mutations.xml")));
            }
        }
        elements.sort(Comparator.comparingInt((Element mutation) -> number(mutation, "lineNumber"))
                .thenComparingInt(mutation -> number(mutation, "index")));
        Map<String, Integer> counts = new HashMap<>();
        return elements.stream()
                .map(mutation -> mutant(mutation, counts))
                .sorted(Mutant.ORDER)
                .toList();
    }

    private static List<Element> mutations(Path file) throws IOException {
        NodeList found = document(file).getElementsByTagName("mutation");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element document(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (SAXException | ParserConfigurationException failure) {
            throw new IOException(file + ": " + failure.getMessage(), failure);
        }
    }

    /** The mutants of a method and kind are numbered as they stand in the source, the noticed ones too. */
    private Mutant mutant(Element mutation, Map<String, Integer> counts) {
        String type = text(mutation, "mutatedClass");
        String group = type.substring(0, type.lastIndexOf('.'));
        String site = type.substring(type.lastIndexOf('.') + 1) + "." + method(mutation) + ":" + kind(mutation);
        int number = counts.merge(group + "." + site, 1, Integer::sum);
        Path source = Path.of(module, "src", "main", "java")
                .resolve(group.replace('.', '/'))
                .resolve(text(mutation, "sourceFile"));
        return new Mutant(
                group.substring(group.lastIndexOf('.') + 1) + "." + site + "#" + number,
                group,
                source,
                number(mutation, "lineNumber"),
                text(mutation, "description"),
                fate(mutation));
    }

    /** The compiler numbers lambdas through the class, so that a new one would rename all after it. */
    private static String method(Element mutation) {
        return text(mutation, "mutatedMethod").replaceFirst("^(lambda\\$.*)\\$\\d+$", "$1");
    }

    private static String kind(Element mutation) {
        String mutator = text(mutation, "mutator");
        return mutator.substring(mutator.lastIndexOf('.') + 1).replaceFirst("Mutator(_.*)?$", "$1");
    }

    private static Mutant.Fate fate(Element mutation) {
        return switch (mutation.getAttribute("status")) {
            case "SURVIVED" -> Mutant.Fate.SURVIVED;
            case "NO_COVERAGE" -> Mutant.Fate.NOT_RUN;
            case "TIMED_OUT" -> Mutant.Fate.OUT_OF_TIME;
            default -> Mutant.Fate.NOTICED;
        };
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    private static int number(Element mutation, String name) {
        return Integer.parseInt(text(mutation, name));
    }
}
