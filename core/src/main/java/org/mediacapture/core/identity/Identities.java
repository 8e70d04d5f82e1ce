// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which device is behind an address, by a resolver for each scheme. Where there is none, or it cannot tell, only the address is
 * known. Thread-safe.
 */
public final class Identities {
    private final Map<String, IdentityResolver> resolvers; // by scheme, in small letters

    Identities(Map<String, IdentityResolver> resolvers) {
        this.resolvers = Map.copyOf(resolvers);
    }

    /**
     * The identities of the devices of a computer.
     *
     * @param root the root of its file system, with {@code sys} and {@code dev} in it
     */
    public static Identities of(Path root) {
        return new Identities(Map.of("v4l2", new VideoNodeResolver(root)));
    }

    /** The device that is behind an address now; empty if nothing but the address is known. */
    public Optional<String> deviceAt(String address) {
        try {
            URI uri = new URI(address);
            return Optional.ofNullable(uri.getScheme())
                    .map(scheme -> resolvers.get(scheme.toLowerCase(Locale.ROOT)))
                    .flatMap(resolver -> resolver.deviceAt(uri));
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }
}
