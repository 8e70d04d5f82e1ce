// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.util.promise.Promise;

/**
 * Decides who may use cameras and microphones: a whiteboard service. Where one is registered it decides instead of the rules of
 * the configuration; of several the one with the highest ranking. Thread-safe.
 *
 * <p>When its decisions change, it changes a property of its service registration: the core then asks anew, and ends the tracks
 * of those who are denied (TRK-12). The coming and going of a controller has the same effect.
 *
 * <p>The core calls it on threads of its own, several at a time, and waits for {@link #query}: a controller that has to think goes
 * on elsewhere.
 *
 * @see <a href="https://www.w3.org/TR/permissions/#permission-states">Permissions: permission states</a>
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#permissions-integration">Media Capture and Streams: Permissions
 *     Integration</a>
 */
@ConsumerType
public interface PermissionController {
    /**
     *      * Tells how a permission stands. Returns at once and asks nobody: callers wait for it. An exception, or null, counts as
     * denied, and so does an answer that does not come within 2 seconds of a change of decisions: the tracks end.
     *
     * @param origin symbolic name of the using bundle, or the origin of a {@link MediaDocument}
     * @param permission what it is about
     * @return the state
     */
    PermissionState query(String origin, PermissionDescriptor permission);

    /**
     * Asks a person, or whoever decides, for permissions whose state is {@link PermissionState#PROMPT}: all that one request
     * needs at once (GUM-10). The promise may take its time; at the deadline of the configuration the request is refused.
     *
     * @param origin who asks
     * @param permissions what is asked for
     * @return a promise of {@link PermissionState#GRANTED} or {@link PermissionState#DENIED} for each; what is missing, and
     *     a failure, count as denied. A grant holds until the last track of the device ends (PERM-4); for a lasting one
     *     {@link #query} answers granted from then on
     */
    Promise<Map<PermissionDescriptor, PermissionState>> request(String origin, Set<PermissionDescriptor> permissions);
}
