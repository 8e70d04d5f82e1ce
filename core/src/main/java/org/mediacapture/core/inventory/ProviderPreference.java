// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Comparator;
import java.util.List;
import org.mediacapture.core.source.Offer;

/**
 * Which providers stand above all others, whatever their ranking (HS-1). Immutable.
 *
 * @param providers names of providers, the most wanted first
 */
public record ProviderPreference(List<String> providers) {
    /** Only rankings count. */
    public static final ProviderPreference NONE = new ProviderPreference(List.of());

    /**
     * Makes a preference; the list is copied.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    public ProviderPreference {
        providers = List.copyOf(providers);
        if (providers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("provider.preference: " + providers
                    + " has a blank entry; names of providers are accepted, such as javacv");
        }
    }

    /** The best first: the preferred provider, then the highest ranking, then the lowest service id. */
    Comparator<Offer> bestFirst() {
        return Comparator.comparingInt(this::place).thenComparing(Offer.BEST_FIRST);
    }

    private int place(Offer offer) {
        int place = providers.indexOf(offer.description().provider());
        return place < 0 ? providers.size() : place;
    }
}
