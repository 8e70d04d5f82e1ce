// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.concurrent.TimeUnit;
import org.osgi.util.promise.Promise;

/** Waits for promises, with the patience of the lab. */
final class Promises {
    private Promises() {}

    /** The value, or the failure as it is. */
    static <T> T value(Promise<T> promise) throws Exception {
        return promise.toCompletionStage()
                .toCompletableFuture()
                .get(LabFramework.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
