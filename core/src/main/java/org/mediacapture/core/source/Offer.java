// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;

/**
 * A camera as one provider offers it: its service, and what became of the calls into it. Thread-safe.
 *
 * <p>Calls that were abandoned and have not returned are counted; while there is one, the camera is not opened through this
 * offer again (HS-7).
 */
public final class Offer {
    /** The best first: the highest ranking, then the lowest service id (HS-1). */
    public static final Comparator<Offer> BEST_FIRST = Comparator.comparing(
                    Offer::description, Comparator.comparingInt(Description::ranking))
            .reversed()
            .thenComparing(Offer::description, Comparator.comparingLong(Description::serviceId));

    private final CameraDevice device;
    private volatile Description description;
    private final BooleanSupplier replaced;
    private final AtomicInteger stuck = new AtomicInteger();
    private volatile String trouble = "";
    private volatile boolean withdrawn;
    private volatile boolean wasReplaced;
    private volatile Runnable onUsabilityChange = () -> {};

    /** Makes an offer of a service whose address always leads to the same camera. */
    public Offer(CameraDevice device, Description description) {
        this(device, description, () -> false);
    }

    /**
     * Makes an offer of a service.
     *
     * @param replaced whether another camera is behind its address now than when it was registered; called before and after the
     *     camera is opened, on a thread that may block
     */
    public Offer(CameraDevice device, Description description, BooleanSupplier replaced) {
        this.device = device;
        this.description = description;
        this.replaced = replaced;
    }

    /** The service. */
    public CameraDevice device() {
        return device;
    }

    /** What the service's properties say. */
    public Description description() {
        return description;
    }

    /** Has somebody told, on any thread, that it cannot be used since a call was abandoned, or can be again since all have returned. */
    public void onUsabilityChange(Runnable listener) {
        onUsabilityChange = listener;
    }

    /** The service's properties have changed; which camera it is, and whose, stays as it was registered. */
    public void describe(Description changed) {
        description = description.with(changed);
    }

    /** Whether the camera may be opened through it: the service does not go, and no abandoned call is still under way. */
    public boolean isUsable() {
        return !withdrawn && stuck.get() == 0;
    }

    /** Opens the camera, unless its service goes or another camera is behind its address. */
    CameraSession open(FrameSink sink) throws CameraException {
        if (withdrawn) {
            throw new CameraException(CameraException.Reason.LOST, this + " went away");
        }
        requireSameCamera();
        return device.open(sink);
    }

    /**
     * Fails if another camera is behind the address than the one that was offered. What is open stays what it is, so that only then
     * this is certain. It is asked each time: the one that was offered may come back.
     */
    void requireSameCamera() throws CameraException {
        wasReplaced = replaced.getAsBoolean();
        if (wasReplaced) {
            throw new CameraException(
                    CameraException.Reason.LOST, this + ": is now another camera than the one that was offered");
        }
    }

    /** Whether another camera was behind the address when it was opened last. */
    public boolean isReplaced() {
        return wasReplaced;
    }

    /** How many calls into the service were abandoned and have not returned. */
    public int abandonedCalls() {
        return stuck.get();
    }

    /** The service goes, or its bundle stops: the camera is not opened through it any more. */
    void withdraw() {
        withdrawn = true;
    }

    /** What went wrong last, or "". */
    public String trouble() {
        return trouble;
    }

    void trouble(String what) {
        trouble = what;
    }

    void callAbandoned(String what) {
        stuck.incrementAndGet();
        trouble = what;
        onUsabilityChange.run();
    }

    void abandonedCallReturned(String what) {
        if (stuck.decrementAndGet() > 0) {
            return;
        }
        if (trouble.equals(what)) {
            trouble = what + "; it has returned since";
        }
        onUsabilityChange.run();
    }

    @Override
    public String toString() {
        return description.address() + " (" + description.provider() + ")";
    }

    /**
     * The properties of a camera's service.
     *
     * @param address where the camera is, without credentials
     * @param identity what makes it this camera, equal for all providers that see it
     * @param label what a person calls it
     * @param name the short name that the provider wishes, or ""
     * @param facing where it looks, or ""
     * @param provider name of the provider
     * @param bundle symbolic name of the provider's bundle
     * @param bundleId id of the provider's bundle
     * @param ranking service ranking
     * @param serviceId service id
     */
    public record Description(
            String address,
            String identity,
            String label,
            String name,
            String facing,
            String provider,
            String bundle,
            long bundleId,
            int ranking,
            long serviceId) {
        /** The same, but of a camera with an identity. */
        public Description as(String other) {
            return new Description(address, other, label, name, facing, provider, bundle, bundleId, ranking, serviceId);
        }

        /** The same, but with what may change while the service is registered: label, facing and ranking. */
        public Description with(Description changed) {
            return new Description(
                    address,
                    identity,
                    changed.label,
                    name,
                    changed.facing,
                    provider,
                    bundle,
                    bundleId,
                    changed.ranking,
                    serviceId);
        }
    }
}
