// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.shell.words.CloseMatches;

/**
 * Configuration that names nothing: PIDs that no bundle reads, keys that are none, providers that are not installed. Immutable.
 *
 * @param configurations what is configured
 * @param bundles the bundles that are there
 */
public record ConfigurationCheck(
        Supplier<List<StoredConfiguration>> configurations, Supplier<List<InstalledBundle>> bundles) implements Check {
    static final String NETWORK_CAMERA = "org.mediacapture.network.camera";
    static final String CORE = "org.mediacapture.core";

    /** Keys that frameworks and tools add. */
    private static final Pattern FOREIGN =
            Pattern.compile("\\..*|service\\..*|felix\\..*|component\\..*|:.*|org\\.apache\\..*");

    @Override
    public String subject() {
        return "configuration";
    }

    @Override
    public List<Finding> findings() {
        List<InstalledBundle> installed = bundles.get();
        Map<String, Set<String>> described = new HashMap<>();
        installed.forEach(bundle -> described.putAll(bundle.keys()));
        List<StoredConfiguration> stored = configurations.get();
        List<Finding> findings = new ArrayList<>();
        for (StoredConfiguration each : stored) {
            findings.addAll(names(each, described));
            findings.addAll(providers(each, installed));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(
                        stored.isEmpty()
                                ? "there is none, which is fine"
                                : "all of it has a reader: "
                                        + stored.stream()
                                                .map(StoredConfiguration::toString)
                                                .distinct()
                                                .collect(Collectors.joining(", "))))
                : findings;
    }

    private static List<Finding> names(StoredConfiguration stored, Map<String, Set<String>> described) {
        if (!described.containsKey(stored.pid())) {
            return List.of(Finding.problem(
                    stored + ": no bundle that is installed reads this"
                            + CloseMatches.question(stored.pid(), described.keySet()),
                    "install the bundle that does, or delete the configuration"));
        }
        Set<String> keys = described.get(stored.pid());
        return stored.properties().keySet().stream()
                .filter(key -> !keys.contains(key) && !FOREIGN.matcher(key).matches())
                .map(key -> Finding.problem(
                        stored + ": there is no key " + key + CloseMatches.question(key, keys),
                        "correct the key or take it out: it changes nothing; there are "
                                + keys.stream().sorted().collect(Collectors.joining(", "))))
                .toList();
    }

    private static List<Finding> providers(StoredConfiguration stored, List<InstalledBundle> installed) {
        String key = switch (stored.pid()) {
            case CORE -> "provider.preference";
            case NETWORK_CAMERA -> "providers";
            default -> "";
        };
        List<String> known = installed.stream()
                .flatMap(bundle -> bundle.providers().stream())
                .distinct()
                .sorted()
                .toList();
        return key.isEmpty()
                ? List.of()
                : stored.texts(key).stream()
                        .flatMap(names -> Arrays.stream(names.split("[,\\s]+")))
                        .filter(name -> !name.isEmpty() && !known.contains(name))
                        .map(name -> Finding.problem(
                                stored + ": " + key + ": there is no provider " + name
                                        + CloseMatches.question(name, known),
                                advice(stored, known)))
                        .toList();
    }

    private static String advice(StoredConfiguration stored, List<String> known) {
        String installed = known.isEmpty() ? "none is installed" : "installed are " + String.join(", ", known);
        return (stored.pid().equals(CORE) ? "camera:prefer sets others" : "camera:remove and camera:add set others")
                + "; " + installed;
    }
}
