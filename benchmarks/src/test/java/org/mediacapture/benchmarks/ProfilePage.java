// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/profiles.md} of the recordings that are kept. Confined to one thread. */
final class ProfilePage {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("time", "processor time, µs");
        KINDS.put("allocation", "allocated, bytes");
        KINDS.put("waits", "waits for another thread");
    }

    private final StringBuilder page = new StringBuilder();
    private final Map<String, List<ProfileRow>> recordings;

    private ProfilePage(Map<String, List<ProfileRow>> recordings) {
        this.recordings = recordings;
    }

    /**
     * The page.
     *
     * @param introduction its beginning
     * @param recordings rows by the name of the recording, the oldest first; what the methods are is told by the last
     */
    static String of(String introduction, Map<String, List<ProfileRow>> recordings) {
        return new ProfilePage(recordings).write(introduction);
    }

    private String write(String introduction) {
        page.append(introduction.strip()).append('\n');
        for (ProfiledUse use : ProfiledUse.values()) {
            page.append("\n## ").append(use.title()).append("\n\n");
            page.append(use.rhythm()).append("\n\n");
            page.append("![Flame graph](images/profile-").append(use.id()).append(".svg)\n");
            KINDS.forEach((kind, words) -> table(use, kind, words));
        }
        return page.toString();
    }

    private void table(ProfiledUse use, String kind, String words) {
        page.append("\n| ").append(words).append(" |");
        recordings.keySet().forEach(name -> page.append(' ').append(name).append(" |"));
        page.append(" most of it |\n|---|")
                .append("---:|".repeat(recordings.size()))
                .append("---|\n");
        Map<String, String> groups = new LinkedHashMap<>();
        recordings
                .values()
                .forEach(rows -> rows.stream()
                        .filter(row -> row.use().equals(use.id()) && row.kind().equals(kind))
                        .forEach(row -> groups.put(row.group(), row.methods())));
        groups.forEach((group, methods) -> {
            page.append("| ").append(group).append(" |");
            recordings
                    .values()
                    .forEach(rows -> page.append(' ')
                            .append(amount(rows, use, kind, group))
                            .append(" |"));
            page.append(' ').append(methods).append(" |\n");
        });
    }

    private static String amount(List<ProfileRow> rows, ProfiledUse use, String kind, String group) {
        return rows.stream()
                .filter(row -> row.use().equals(use.id())
                        && row.kind().equals(kind)
                        && row.group().equals(group))
                .map(row -> shown(row.perOperation()))
                .findFirst()
                .orElse("–");
    }

    private static String shown(double amount) {
        return String.format(Locale.ROOT, amount >= 100 ? "%.0f" : amount >= 10 ? "%.1f" : "%.2f", amount);
    }
}
