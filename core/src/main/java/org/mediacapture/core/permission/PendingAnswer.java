// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.Map;
import java.util.function.Consumer;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Promise;

/**
 * The answer to a request for permissions, which may take its time. Immutable.
 *
 * @param promise granted or denied for each permission, resolved on a thread of the scheduler; it never fails
 * @param withdrawal denies what is not decided, for a cause in words, when nobody needs the answer any more; idempotent, returns at
 *     once
 */
public record PendingAnswer(Promise<Map<PermissionDescriptor, PermissionState>> promise, Consumer<String> withdrawal) {}
