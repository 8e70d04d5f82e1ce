// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;

/**
 * What is installed, and which bundles do not run. Immutable.
 *
 * @param bundles the bundles that are there
 */
public record BundlesCheck(Supplier<List<InstalledBundle>> bundles) implements Check {
    @Override
    public String subject() {
        return "bundles";
    }

    @Override
    public List<Finding> findings() {
        List<InstalledBundle> all = bundles.get();
        List<Finding> findings = new ArrayList<>();
        all.stream()
                .filter(bundle -> bundle.state() == InstalledBundle.State.UNRESOLVED)
                .map(BundlesCheck::unresolved)
                .forEach(findings::add);
        all.stream()
                .filter(bundle -> bundle.state() == InstalledBundle.State.STOPPED)
                .map(bundle -> Finding.note(bundle + " is stopped", "felix:start " + bundle.id() + " starts it"))
                .forEach(findings::add);
        List<InstalledBundle> running = all.stream()
                .filter(bundle -> bundle.isOurs() && bundle.state() == InstalledBundle.State.ACTIVE)
                .toList();
        findings.add(Finding.ok("active: "
                + running.stream()
                        .map(bundle -> bundle.toString().substring(InstalledBundle.OURS.length()))
                        .sorted()
                        .collect(Collectors.joining(", "))));
        return findings;
    }

    private static Finding unresolved(InstalledBundle bundle) {
        return bundle.missing().isEmpty()
                ? Finding.problem(
                        bundle + " does not resolve, although everything is there that it requires",
                        "felix:start " + bundle.id()
                                + " tells why: it requires what contradicts itself, or a bundle that does not resolve either")
                : Finding.problem(
                        bundle + " does not resolve: there is no " + String.join(", no ", bundle.missing()),
                        "install a bundle that provides it, then felix:start " + bundle.id());
    }
}
