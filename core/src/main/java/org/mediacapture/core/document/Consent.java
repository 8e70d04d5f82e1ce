// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.permission.Decision;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.permission.Requester;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;

/**
 * What the permissions say to one getUserMedia. A refusal fails the call, and who watches is told of it, once for each kind that is
 * refused (PERM-5). Immutable.
 */
final class Consent {
    private final Permissions permissions;
    private final Requester requester;
    private final List<MediaKind> kinds;

    /**
     * Makes it for a request.
     *
     * @param kinds what the request asks for
     */
    Consent(Permissions permissions, Requester requester, Collection<MediaKind> kinds) {
        this.permissions = permissions;
        this.requester = requester;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * The permissions policy (GUM-3).
     *
     * @throws MediaException with NotAllowedError
     */
    void requirePolicy() {
        boolean allowed = kinds.stream()
                .map(Exposure::descriptor)
                .allMatch(permission -> permissions.allowedToUse(requester.origin(), permission.name()));
        if (!allowed) {
            requireUndenied();
        }
    }

    /**
     * How the permissions stand (GUM-9).
     *
     * @throws MediaException with NotAllowedError
     */
    void requireUndenied() {
        refusal().ifPresent(refused -> {
            throw refused;
        });
    }

    /** The failure of a call whose permissions stand as denied. */
    Optional<MediaException> refusal() {
        Map<MediaKind, Decision> refused = new LinkedHashMap<>();
        for (MediaKind kind : kinds) {
            Decision decision = permissions.decide(requester.origin(), Exposure.descriptor(kind));
            if (decision.state() == PermissionState.DENIED) {
                refused.put(kind, decision);
            }
        }
        refused.forEach((kind, decision) -> permissions.tell(requester, Exposure.descriptor(kind), decision));
        return refused.keySet().stream().findFirst().map(this::notAllowed);
    }

    /**
     * What was answered to the request's question (GUM-10), which was told with the answer; what was not asked is granted.
     *
     * @throws MediaException with NotAllowedError
     */
    void requireGranted(Map<PermissionDescriptor, PermissionState> answers) {
        kinds.stream()
                .filter(kind -> answers.getOrDefault(Exposure.descriptor(kind), PermissionState.GRANTED)
                        != PermissionState.GRANTED)
                .findFirst()
                .ifPresent(kind -> {
                    throw notAllowed(kind);
                });
    }

    private MediaException notAllowed(MediaKind kind) {
        return new MediaException(
                ErrorName.NOT_ALLOWED,
                requester.origin() + " may not use the "
                        + Exposure.descriptor(kind).name().value()
                        + "; the permission rules of the configuration org.mediacapture.core, or the permission"
                        + " controller, decide");
    }
}
