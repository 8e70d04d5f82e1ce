// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes documents for origins that are no bundles: a bundle-scoped service for bridges. Thread-safe.
 *
 * <p>Since a bridge speaks for others, the configuration of the core must name its bundle ({@code permission.bridges}).
 */
@ProviderType
public interface MediaDevicesFactory {
    /**
     * Makes a document.
     *
     * @param origin any text that names the origin, such as {@code https://example.org}; documents of one origin see the same
     *     device ids (DEV-1) and different group ids (DEV-3)
     * @return the document; who made it closes it. It is closed when the bundle stops or may not speak for others any more
     * @throws IllegalArgumentException if the origin is empty or longer than 1000 characters
     * @throws org.mediacapture.constraint.MediaException with SecurityError if the permission rules do not name the bundle
     */
    MediaDocument create(String origin);
}
