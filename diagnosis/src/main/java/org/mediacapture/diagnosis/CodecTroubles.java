// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.frame.CodecTrouble;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Reads what bundles of codecs lack. Thread-safe.
 *
 * @param context of the bundle that asks
 */
public record CodecTroubles(BundleContext context) {
    /**
     * What they lack now.
     *
     * @return a status for each
     */
    public List<ProviderTroubleStatus> all() {
        try {
            return context.getServiceReferences(CodecTrouble.class, null).stream()
                    .flatMap(this::read)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    private Stream<ProviderTroubleStatus> read(ServiceReference<CodecTrouble> reference) {
        String bundle = Optional.ofNullable(reference.getBundle())
                .map(Bundle::getSymbolicName)
                .orElse("");
        try {
            return Optional.ofNullable(context.getService(reference))
                    .map(trouble -> new ProviderTroubleStatus("codecs", bundle, trouble.reason(), trouble.remedy()))
                    .stream();
        } catch (RuntimeException e) {
            return Stream.of(new ProviderTroubleStatus("codecs", bundle, "its trouble cannot be told: " + e, ""));
        } finally {
            context.ungetService(reference);
        }
    }
}
