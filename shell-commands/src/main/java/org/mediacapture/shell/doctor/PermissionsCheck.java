// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;

/**
 * Whether the shell may use cameras, and rules that name nobody. Immutable.
 *
 * @param configurations what is configured
 * @param bundles the bundles that are there
 * @param shell symbolic name of the shell's bundle
 * @param controlled whether there is a permission controller
 */
public record PermissionsCheck(
        Supplier<List<StoredConfiguration>> configurations,
        Supplier<List<InstalledBundle>> bundles,
        String shell,
        BooleanSupplier controlled)
        implements Check {
    private static final List<String> KEYS =
            List.of("permission.camera", "permission.microphone", "permission.pan-tilt-zoom");
    private static final String BRIDGES = "permission.bridges";
    private static final String CONTROLLER = "permission.controller";

    @Override
    public String subject() {
        return "permissions";
    }

    @Override
    public List<Finding> findings() {
        Optional<StoredConfiguration> core = configurations.get().stream()
                .filter(stored -> stored.pid().equals(ConfigurationCheck.CORE))
                .findFirst();
        List<Finding> findings = new ArrayList<>();
        core.ifPresent(stored -> look(stored, findings));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("the shell may use cameras and microphones"));
        }
        return findings;
    }

    private void look(StoredConfiguration core, List<Finding> findings) {
        if (core.text(CONTROLLER).equals("required") && !controlled.getAsBoolean()) {
            findings.add(Finding.problem(
                    CONTROLLER + "=required, and there is no PermissionController: everybody is denied everything",
                    "start the bundle that has it, or set " + CONTROLLER + "=optional"));
        }
        for (String key : KEYS) {
            core.texts(key).stream()
                    .filter(entry -> PermissionRule.of(entry).isEmpty())
                    .map(entry -> Finding.problem(
                            key + ": \"" + entry
                                    + "\" is no rule, so that the whole configuration of the core is refused",
                            "write PATTERN=granted, PATTERN=prompt or PATTERN=denied"))
                    .forEach(findings::add);
            List<PermissionRule> rules = core.texts(key).stream()
                    .map(PermissionRule::of)
                    .flatMap(Optional::stream)
                    .toList();
            rules.stream()
                    .filter(rule -> rule.matches(shell))
                    .findFirst()
                    .flatMap(rule -> refusal(key, rule))
                    .ifPresent(findings::add);
        }
        unnamed(core).forEach(findings::add);
    }

    private Optional<Finding> refusal(String key, PermissionRule rule) {
        return switch (rule.state()) {
            case "denied" ->
                Optional.of(Finding.problem(
                        key + ": the rule " + rule + " denies the shell this",
                        "put " + shell + "=granted before it, if people at the shell shall"));
            case "prompt" ->
                Optional.of(Finding.note(
                        key + ": the rule " + rule + " has somebody asked whenever the shell wants this",
                        "put " + shell + "=granted before it, if the shell needs no leave"));
            default -> Optional.empty();
        };
    }

    /** Rules for documents name origins, which bridges make up: there, nothing can be told. */
    private Stream<Finding> unnamed(StoredConfiguration core) {
        List<String> names = bundles.get().stream().map(InstalledBundle::name).toList();
        List<String> bridges = core.texts(BRIDGES);
        Stream<Finding> ofBridges = bridges.stream()
                .filter(pattern -> names.stream().noneMatch(name -> PermissionRule.matches(pattern.strip(), name)))
                .map(pattern -> nobody(BRIDGES, pattern));
        Stream<Finding> ofRules = KEYS.stream()
                .filter(key -> bridges.isEmpty())
                .flatMap(key -> core.texts(key).stream()
                        .map(PermissionRule::of)
                        .flatMap(Optional::stream)
                        .filter(rule -> names.stream().noneMatch(rule::matches))
                        .map(rule -> nobody(key, rule.toString())));
        return Stream.concat(ofBridges, ofRules);
    }

    private static Finding nobody(String key, String entry) {
        return Finding.note(
                key + ": " + entry + " names no bundle that is installed",
                "correct the name if one is meant; felix:lb -s lists them");
    }
}
