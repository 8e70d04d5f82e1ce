// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.constraint.MediaTrackCapabilities;

/** The controls of one camera, modes first. Immutable. */
final class OfferedControls {
    /** All controls with their standard ranges. */
    static final OfferedControls ALL = new OfferedControls(
            EnumSet.allOf(MockControl.class).stream().map(MockControl::standard).toList());

    private final Map<MockControl, ControlOffer> offers = new EnumMap<>(MockControl.class);

    private OfferedControls(Collection<ControlOffer> offers) {
        for (ControlOffer offer : offers) {
            if (this.offers.put(offer.control(), offer) != null) {
                throw new IllegalArgumentException(
                        "controls: " + offer.control().propertyName() + " is there twice; once is accepted");
            }
        }
    }

    /**
     * Reads the key {@code controls}.
     *
     * @throws IllegalArgumentException if an element is wrong; the message names it and what is accepted
     */
    static OfferedControls of(List<String> elements) {
        return new OfferedControls(elements.stream().map(ControlSyntax::parse).toList());
    }

    /** The control as this camera has it, or empty. */
    Optional<ControlOffer> offer(MockControl control) {
        return Optional.ofNullable(offers.get(control));
    }

    /** The controls that there are, in the order of {@link MockControl}. */
    Set<MockControl> controls() {
        return Collections.unmodifiableSet(offers.keySet());
    }

    Collection<ControlOffer> offers() {
        return Collections.unmodifiableCollection(offers.values());
    }

    MediaTrackCapabilities capabilities() {
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        offers.values().forEach(offer -> capabilities.with(offer.control().property(), offer.capability()));
        return capabilities.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferedControls controls && controls.offers.equals(offers);
    }

    @Override
    public int hashCode() {
        return offers.hashCode();
    }

    @Override
    public String toString() {
        return capabilities().toString();
    }
}
