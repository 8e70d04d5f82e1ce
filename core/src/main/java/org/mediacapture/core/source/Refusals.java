// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mediacapture.provider.CameraException;

/**
 * Why a camera could not be brought up through one provider after the other: what each said is told, since the best of them may know
 * more than the last. Confined to the strand.
 */
final class Refusals {
    private final List<Throwable> refusals = new ArrayList<>();

    /** Adds the failure of the next provider. */
    void add(Throwable failure) {
        refusals.add(failure);
    }

    /** The failure of all, of which there is at least one: with the reason of the first that could not open the camera. */
    Throwable asOne() {
        List<CameraException> unopened = refusals.stream()
                .filter(CameraException.class::isInstance)
                .map(CameraException.class::cast)
                .toList();
        if (refusals.size() == 1 || unopened.isEmpty()) {
            return refusals.get(refusals.size() - 1);
        }
        String all = unopened.stream().map(Throwable::getMessage).distinct().collect(Collectors.joining("; "));
        return new CameraException(unopened.get(0).reason(), all, unopened.get(0));
    }
}
