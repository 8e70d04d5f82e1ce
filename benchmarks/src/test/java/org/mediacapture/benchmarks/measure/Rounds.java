// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mediacapture.benchmarks.report.Sample;

/** Measures several things by turns, so that whatever else the machine does meets all of them alike. Confined to one thread. */
public final class Rounds {
    private final Map<String, Callable<Double>> measured = new LinkedHashMap<>();

    /** Adds something; the first round warms it up. */
    public Rounds with(String name, Callable<Double> measurement) {
        measured.put(name, measurement);
        return this;
    }

    /** Measures each as often, by turns, after one round that does not count. */
    public Map<String, Sample> run(int rounds) throws Exception {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Callable<Double>> one : measured.entrySet()) {
                double value = one.getValue().call();
                if (round > 0) {
                    values.computeIfAbsent(one.getKey(), name -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        values.forEach((name, all) -> samples.put(name, Sample.of(all)));
        return samples;
    }
}
