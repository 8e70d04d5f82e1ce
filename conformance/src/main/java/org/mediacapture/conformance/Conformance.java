// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The rules, and the tests that prove them. Immutable.
 *
 * @param rules all rules
 * @param proofs all proofs, sorted
 */
record Conformance(RuleTable rules, List<Proof> proofs) {
    /** Where the rules stand, relative to the root of the project. */
    static final Path RULES = Path.of("docs", "conformance", "rules.csv");

    Conformance {
        proofs = List.copyOf(proofs);
    }

    /**
     * Reads the project.
     *
     * @param root its root folder
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file is wrong; the message names it
     */
    static Conformance of(Path root) throws IOException {
        Path home = root.toRealPath();
        return new Conformance(
                RuleTable.read(home.resolve(RULES)), new ProofReader(home).read(new TestSources(home).files()));
    }

    /** The proofs of a rule, sorted; the same test counts once. */
    List<Proof> proofsOf(RuleEntry rule) {
        return proofs.stream()
                .filter(proof -> proof.rule().equals(rule.id()))
                .distinct()
                .toList();
    }

    /** Rules that no test proves, and that do not say why there is none. */
    List<RuleEntry> open() {
        return rules.all().stream()
                .filter(rule -> rule.missing().isEmpty() && proofsOf(rule).isEmpty())
                .toList();
    }

    /** What is wrong with annotations, a sentence each: file, test, and the id that does not exist. */
    List<String> unknown() {
        return proofs.stream()
                .filter(proof -> !rules.has(proof.rule()))
                .map(proof -> proof.fileName() + ": " + proof.test() + ": there is no rule '" + proof.rule() + "' in "
                        + RULES.toString().replace('\\', '/'))
                .toList();
    }
}
