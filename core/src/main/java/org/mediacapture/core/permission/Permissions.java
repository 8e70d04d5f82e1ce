// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionName;
import org.mediacapture.stream.PermissionState;
import org.mediacapture.stream.Registration;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may use cameras and microphones (PERM-1). A permission is for all devices of its kind. Nothing is remembered here: how
 * long a grant lasts is the business of who asked (PERM-4), and a lasting one that of the rules and the controller. Thread-safe.
 */
public final class Permissions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);
    private static final String STOPPED = "mediacapture was stopped";

    private final Scheduler scheduler;
    private final Decider decider;
    private final Consumer<UsageEvent> usage;
    private final PermissionChanges changes;
    private final Set<PermissionRequest> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes permissions.
     *
     * @param scheduler runs everything
     * @param settings what the configuration says
     * @param controllers the best controller at present; who knows that it changed calls {@link #changed}
     * @param usage is told every decision of a request, on a thread of the scheduler, before the request is settled, and what
     *     {@link #tell} is given
     */
    public Permissions(
            Scheduler scheduler,
            PermissionSettings settings,
            Supplier<Optional<PermissionController>> controllers,
            Consumer<UsageEvent> usage) {
        this.scheduler = scheduler;
        this.decider = new Decider(settings, controllers);
        this.usage = usage;
        this.changes = new PermissionChanges(scheduler);
        changes.add(() -> pending.forEach(PermissionRequest::reconsider));
    }

    /** Takes new settings; the deadline holds for later requests. Returns at once. */
    public void settings(PermissionSettings next) {
        decider.settings(next);
        changes.announce();
    }

    /** A controller came, went, or decides differently. Returns at once. */
    public void changed() {
        changes.announce();
    }

    /**
     * How a permission stands; nobody is asked (PERM-2). A controller is called on the calling thread, so let that be one of
     * the scheduler's.
     */
    public PermissionState query(String origin, PermissionDescriptor permission) {
        return decide(origin, permission).state();
    }

    /** The same, with who decides. */
    public Decision decide(String origin, PermissionDescriptor permission) {
        return decider.controller()
                .map(controller -> Decider.of(controller, origin, permission))
                .orElseGet(() -> decider.withoutController(origin, permission));
    }

    /** The same, on a thread that may be blocked; a controller that does not answer within 2 s denies. The promise never fails. */
    public Promise<Decision> look(String origin, PermissionDescriptor permission) {
        return TimedQuery.start(scheduler, () -> decide(origin, permission));
    }

    /**
     * Whether an origin may use a feature at all: the permissions policy (GUM-3, ENUM-3). It may not if the rules deny it and
     * no controller decides, or if a controller is required and there is none. Calls no controller.
     */
    public boolean allowedToUse(String origin, PermissionName feature) {
        return decider.controller().isPresent()
                || decider.withoutController(origin, new PermissionDescriptor(feature, false))
                                .state()
                        != PermissionState.DENIED;
    }

    /** Whether a bundle may make documents for others. */
    public boolean mayBridge(String bundle) {
        return decider.settings().rules().mayBridge(bundle);
    }

    /**
     * Asks for permissions: what stands as granted or denied is answered so, and the rest is put to the controller in one
     * question (GUM-10). Whatever is not granted by the deadline is denied.
     *
     * <p>Who wants to move a camera passes {@link PermissionDescriptor#CAMERA} too, unless it holds that already: refusing the
     * movement leaves the camera (PTZ-3), and refusing the camera refuses the movement (PTZ-7).
     *
     * @param requester who asks
     * @param permissions for what
     * @return the answer. A permission may be taken back before a track is made of it: who makes one calls {@link #query} once
     *     more, after its listener to changes knows the track
     */
    public PendingAnswer request(Requester requester, Set<PermissionDescriptor> permissions) {
        PermissionRequest request = new PermissionRequest(requester.origin(), permissions, decider, scheduler);
        pending.add(request);
        Promise<Map<PermissionDescriptor, PermissionState>> answer = request.start()
                .map(decisions -> {
                    pending.remove(request);
                    return conclude(requester, decisions);
                });
        if (closed) {
            request.abandon(STOPPED);
        }
        return new PendingAnswer(answer, request::abandon);
    }

    /**
     * Listens to changes of settings and controllers, after which permissions may stand differently (TRK-12). Called on a
     * thread of the scheduler, once for several changes in a row.
     */
    public Registration onChange(Runnable listener) {
        return changes.add(listener);
    }

    /** Denies what is pending, and what is not decided at once later on. Idempotent. */
    @Override
    public void close() {
        closed = true;
        pending.forEach(request -> request.abandon(STOPPED));
    }

    private Map<PermissionDescriptor, PermissionState> conclude(
            Requester requester, Map<PermissionDescriptor, Decision> decisions) {
        Map<PermissionDescriptor, PermissionState> states = new LinkedHashMap<>();
        decisions.forEach((permission, decision) -> {
            Decision camera = decisions.getOrDefault(PermissionDescriptor.CAMERA, decision);
            Decision last = permission.panTiltZoom() ? decision.orStricter(camera) : decision;
            states.put(permission, last.state());
            tell(requester, permission, last);
        });
        return Map.copyOf(states);
    }

    /** A permission as operators read it. */
    public static String word(PermissionDescriptor permission) {
        return permission.name().value() + (permission.panTiltZoom() ? "+pan-tilt-zoom" : "");
    }

    /** Tells a decision that was not made by a {@link #request} (PERM-5). */
    public void tell(Requester requester, PermissionDescriptor permission, Decision decision) {
        UsageEvent.Type type =
                decision.state() == PermissionState.GRANTED ? UsageEvent.Type.ALLOWED : UsageEvent.Type.REFUSED;
        try {
            usage.accept(
                    new UsageEvent(type, requester.bundle(), requester.origin(), word(permission), decision.cause()));
        } catch (Throwable failure) {
            LOG.warn("A listener to usage failed", failure);
        }
    }
}
