// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The constrainable properties that this framework knows, whether a device has them or not. The same for everybody,
 * always (SUP-1); those that a provider declares are not among them. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatracksupportedconstraints">Media Capture and
 *     Streams: MediaTrackSupportedConstraints</a>
 */
public final class MediaTrackSupportedConstraints {
    private static final MediaTrackSupportedConstraints ALL = new MediaTrackSupportedConstraints();

    private MediaTrackSupportedConstraints() {}

    /**
     * All that is supported.
     *
     * @return the one instance
     */
    public static MediaTrackSupportedConstraints all() {
        return ALL;
    }

    /**
     * Whether a property is known.
     *
     * @param property the property
     * @return true for every property of the specifications that is in the table
     */
    public boolean supports(ConstrainableProperty<?> property) {
        return ConstrainableProperty.named(property.name()).isPresent();
    }

    /**
     * The properties.
     *
     * @return all properties of the table
     */
    public Collection<ConstrainableProperty<?>> properties() {
        return ConstrainableProperty.all();
    }

    /**
     * The dictionary: every name is true, unknown ones are absent (SUP-1).
     *
     * @return a new map
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        properties().forEach(property -> members.put(property.name(), true));
        return members;
    }
}
