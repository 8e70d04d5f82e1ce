// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the list of surviving mutants after a run of PIT; the script {@code conformance/mutation-test} calls it. Confined to one
 * thread, the main one.
 */
public final class WriteMutants {
    private static final Path REASONS = Path.of("docs", "conformance", "mutants.csv");

    private WriteMutants() {}

    /**
     * Writes the page, and fails if a survivor has no reason.
     *
     * @param arguments the root folder of the project, and the page to write, within it
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("arguments: " + arguments.length
                    + " were given, two are accepted: the root folder of the project, and the page");
        }
        Path root = Path.of(arguments[0]).toRealPath();
        Path page = Path.of(arguments[1]).toAbsolutePath().normalize();
        List<String> faults = write(root, page);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), faults));
        }
    }

    /**
     * Writes the page.
     *
     * @return what is wrong: survivors without a reason, and reasons without a survivor
     */
    static List<String> write(Path root, Path page) throws IOException {
        List<Mutant> mutants = mutants(root);
        Reasons reasons = Reasons.read(root.resolve(REASONS));
        Path folder = root.relativize(page.getParent());
        Files.writeString(page, new MutantsPage(mutants, reasons, folder).text());
        List<String> faults = new ArrayList<>();
        mutants.stream()
                .filter(mutant -> mutant.survived() && reasons.of(mutant).isEmpty())
                .forEach(mutant -> faults.add(mutant.key() + " (" + mutant.source() + ":" + mutant.line() + ", "
                        + mutant.change() + ") survived, and " + REASONS + " has no reason"));
        if (page.getParent().equals(root.resolve(REASONS).getParent())) {
            reasons.stale(mutants)
                    .forEach(
                            key -> faults.add(REASONS + ": " + key + " is noticed by now, or gone; take its line out"));
        }
        return faults;
    }

    private static List<Mutant> mutants(Path root) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                if (Files.exists(module.resolve(MutationReport.PLACE))) {
                    mutants.addAll(new MutationReport(root, module.getFileName().toString()).mutants());
                }
            }
        }
        if (mutants.isEmpty()) {
            throw new IllegalStateException(
                    "No module of " + root + " has " + MutationReport.PLACE + "; conformance/mutation-test makes it");
        }
        return mutants;
    }
}
