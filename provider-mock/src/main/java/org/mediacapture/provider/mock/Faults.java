// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;

/** Makes the calls of one camera go wrong as its plan says, until the camera is removed. Thread-safe. */
final class Faults {
    private final String address;
    private final FaultPlan plan;
    private final CountDownLatch removed = new CountDownLatch(1);
    private final Map<FaultPlan.Call, AtomicLong> happened = new EnumMap<>(FaultPlan.Call.class);

    Faults(String address, FaultPlan plan) {
        this.address = address;
        this.plan = plan;
        for (FaultPlan.Call call : FaultPlan.Call.values()) {
            happened.put(call, new AtomicLong());
        }
    }

    FaultPlan plan() {
        return plan;
    }

    /** Ends everything that blocks, now and later. */
    void remove() {
        removed.countDown();
    }

    boolean isRemoved() {
        return removed.getCount() == 0;
    }

    /** Opening, which nothing but an interrupt and the removal of the camera ends early. */
    void enterOpen() throws CameraException {
        enter(FaultPlan.Call.OPEN, removed);
    }

    /** A call that is to go on, or to go wrong; {@code closed} ends it early. */
    void enter(FaultPlan.Call call, CountDownLatch closed) throws CameraException {
        Optional<Long> delay = plan.delay(call);
        if (delay.isPresent()) {
            linger(call, closed, delay.get());
        }
        if (!happens(call)) {
            return;
        }
        switch (plan.calls().get(call).kind()) {
            case FAILS -> throw failure(Reason.FAILED, call, "failed, as its faults say");
            case BUSY -> throw failure(Reason.BUSY, call, "used by somebody else, as its faults say");
            case DENIED -> throw failure(Reason.DENIED, call, "access refused, as its faults say");
            case LOST -> throw failure(Reason.LOST, call, "gone, as its faults say");
            case BLOCKS -> block(call, closed);
            case HANGS -> {
                hang();
                throw failure(Reason.LOST, call, "removed while the call hung");
            }
        }
    }

    /** Closing, which may block and hang, but cannot fail. */
    void enterClose() {
        try {
            Optional<Long> delay = plan.delay(FaultPlan.Call.CLOSE);
            if (delay.isPresent() && removed.await(delay.get(), TimeUnit.MILLISECONDS)) {
                return;
            }
            blockClose();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Refuses to set a control that cannot be set. */
    void requireSettable(MediaTrackSettings wanted) throws CameraException {
        for (MockControl control : plan.refused()) {
            if (wanted.get(control.property()).isPresent()) {
                throw failure(
                        Reason.FAILED,
                        FaultPlan.Call.APPLY,
                        control.propertyName() + " cannot be set, as its faults say");
            }
        }
    }

    private void blockClose() throws InterruptedException {
        if (!happens(FaultPlan.Call.CLOSE)) {
            return;
        }
        if (plan.calls().get(FaultPlan.Call.CLOSE).kind() == FaultPlan.Kind.HANGS) {
            hang();
        } else {
            removed.await();
        }
    }

    CameraException failure(Reason reason, FaultPlan.Call call, String what) {
        return new CameraException(reason, address + ": " + call.name().toLowerCase(Locale.ROOT) + ": " + what);
    }

    private boolean happens(FaultPlan.Call call) {
        return plan.fault(call)
                .filter(fault -> happened.get(call).getAndIncrement() < fault.times())
                .isPresent();
    }

    private void linger(FaultPlan.Call call, CountDownLatch closed, long millis) throws CameraException {
        try {
            if (!closed.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
        throw failure(Reason.LOST, call, "closed while the call took its time");
    }

    private CameraException interrupted(FaultPlan.Call call, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CameraException(
                Reason.FAILED, failure(Reason.FAILED, call, "interrupted").getMessage(), cause);
    }

    private void block(FaultPlan.Call call, CountDownLatch closed) throws CameraException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
        throw failure(Reason.LOST, call, "closed while the call blocked");
    }

    private void hang() {
        boolean interrupted = false;
        while (!isRemoved()) {
            try {
                removed.await();
            } catch (InterruptedException e) {
                interrupted = true; // a call that hangs does not end by that; the thread learns of it afterwards
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
