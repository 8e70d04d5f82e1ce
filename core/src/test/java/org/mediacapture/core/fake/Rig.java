// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.ImageIoDecoder;
import org.mediacapture.core.codec.ImageIoEncoder;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.source.SourceTrack;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** One source over fake devices, in virtual time. */
public final class Rig {
    /** Time and threads. */
    public final VirtualScheduler scheduler;

    /** The source. */
    public final CameraSource source;

    /** The deadlines in force. */
    public Deadlines deadlines = Deadlines.DEFAULT;

    private final Map<FakeDevice, Offer> offers = new LinkedHashMap<>();
    private final List<FakeDevice> all = new ArrayList<>();
    private volatile List<Offer> listed = List.of();

    /** A source that no device offers. */
    public Rig(VirtualScheduler scheduler) {
        this.scheduler = scheduler;
        this.source = new CameraSource("door", () -> listed, scheduler, () -> deadlines, codecs(), () -> {});
    }

    /** The codecs that are always there. */
    public static Codecs codecs() {
        return new Codecs(
                () -> List.of(new ImageIoEncoder()),
                () -> List.of(new ImageIoDecoder()),
                () -> List.of(new JavaConverter()));
    }

    /** An offer of a device. */
    public static Offer offer(FakeDevice device, String provider, String address, int ranking, long serviceId) {
        return new Offer(
                device,
                new Offer.Description(
                        address,
                        address,
                        "Door",
                        "",
                        "",
                        provider,
                        "bundle." + provider,
                        serviceId,
                        ranking,
                        serviceId),
                () -> device.replaced);
    }

    /** One more device, behind those that are there. */
    public FakeDevice plug() {
        FakeDevice device = new FakeDevice();
        plug(device);
        return device;
    }

    /** One more device, behind those that are there. */
    public void plug(FakeDevice device) {
        plug(device, "fake" + (all.size() + 1));
    }

    /** The same by a provider of this name; the first is "fake1". */
    public void plug(FakeDevice device, String provider) {
        all.add(device);
        offers.put(device, offer(device, provider, "fake:door", -all.size(), all.size()));
        listed = List.copyOf(offers.values());
        source.offersChanged();
    }

    /** The service of a device goes, as on the framework's thread. */
    public Promise<Void> unplug(FakeDevice device) {
        Offer gone = offers.get(device);
        Promise<Void> closed = source.closeFor(offer -> offer == gone);
        offers.remove(device);
        listed = List.copyOf(offers.values());
        return closed;
    }

    /** The offer of a device that is plugged in. */
    public Offer offer(FakeDevice device) {
        return offers.get(device);
    }

    /** Asks for a track. */
    public Promise<FakeTrack> attach(Map<String, ?> constraints) {
        MediaTrackConstraints asked = MediaTrackConstraints.fromMap(constraints);
        return source.attach(
                asked,
                new Perspective(MediaTrackSettings.empty(), true),
                attachment -> new FakeTrack(scheduler, asked, attachment));
    }

    /** A track that delivers already. */
    public FakeTrack track(Map<String, ?> constraints) {
        Promise<FakeTrack> track = attach(constraints);
        scheduler.settle();
        return value(track);
    }

    /** Takes a photo. */
    public Promise<Blob> photo(SourceTrack track, PhotoSettings settings) {
        Deferred<Blob> taken = new PromiseFactory(PromiseFactory.inlineExecutor()).deferred();
        source.takePhoto(track, camera -> settings, taken);
        return taken.getPromise();
    }

    /** Delivers a frame of the session that a device opened last. */
    public void deliver(FakeDevice device, byte[] jpeg) {
        device.session().deliver(jpeg);
        scheduler.settle();
    }

    /** The value of a promise that must be resolved by now. */
    public static <T> T value(Promise<T> promise) {
        assertThat(promise.isDone()).as("the promise is resolved").isTrue();
        try {
            return promise.getValue();
        } catch (Exception failure) {
            throw new AssertionError("the promise failed", failure);
        }
    }

    /** The failure of a promise that must have failed by now. */
    public static Throwable failure(Promise<?> promise) {
        assertThat(promise.isDone()).as("the promise is settled").isTrue();
        try {
            Throwable failure = promise.getFailure();
            assertThat(failure).as("the failure of the promise").isNotNull();
            return failure;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** What holds at the end of every test: nothing is open, nothing is lent, and the contract was kept. */
    public void assertNothingIsLeft() {
        scheduler.advance(Duration.ofSeconds(60));
        for (FakeDevice device : all) {
            for (FakeSession session : device.sessions()) {
                assertThat(session.isOpen()).as("session is open").isFalse();
                assertThat(session.lent()).as("buffers lent").isZero();
                assertThat(session.brokenRules()).as("broken rules").isZero();
            }
        }
        assertThat(source.isInUse()).as("in use").isFalse();
    }
}
