// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeSession;
import org.mediacapture.core.fake.Gate;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.source.Offer;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** One camera, its up to three providers, and all that may befall them. Confined to the test's thread. */
final class PlayedCamera {
    /** The names of the providers. */
    static final List<String> PROVIDERS = List.of("alpha", "beta", "gamma");

    private static final VideoMode SMALL = new VideoMode(16, 12, 30, PixelFormat.MJPEG);
    private static final VideoMode LARGE = new VideoMode(32, 24, 30, PixelFormat.MJPEG);

    private final DocumentRig rig;
    private final Random random;
    private final Story story;
    private final int number;
    private final String address;
    private final String facing;
    private final Lots befalling;
    private final Map<String, FakeDevice> plugged = new LinkedHashMap<>(); // by provider
    private final List<FakeDevice> devices = new ArrayList<>(); // also those that went
    private final List<FakeDevice> faulty = new ArrayList<>(); // had a fault that may keep a session open
    private final List<Offer> offers = new ArrayList<>(); // also those that went

    PlayedCamera(DocumentRig rig, Random random, Story story, int number, String facing) {
        this.rig = rig;
        this.random = random;
        this.story = story;
        this.number = number;
        this.address = "fake:cam" + number;
        this.facing = facing;
        this.befalling = new Lots(random)
                .add(4, this::plug)
                .add(3, this::unplug)
                .add(6, this::spoil)
                .add(6, this::heal)
                .add(2, this::end)
                .add(2, this::report)
                .add(1, this::rank);
    }

    /** Something happens to it. */
    void befall() {
        befalling.draw();
    }

    /** One more provider offers it, if there is one that does not. */
    void plug() {
        PROVIDERS.stream()
                .filter(provider -> !plugged.containsKey(provider))
                .skip(random.nextInt(PROVIDERS.size()))
                .findFirst()
                .ifPresent(this::plug);
    }

    private void plug(String provider) {
        FakeDevice device = new FakeDevice();
        device.modes = random.nextInt(4) == 0 ? List.of(SMALL) : List.of(SMALL, LARGE);
        device.exclusive = random.nextInt(3) == 0;
        device.still = random.nextInt(4) == 0;
        device.eager = random.nextInt(4) == 0;
        device.firstTime = random.nextInt(100_000_000); // its clock is behind by that
        device.whileOpening = sink -> checkMayOpen(device);
        devices.add(device);
        plugged.put(provider, device);
        story.tell(provider + " offers " + address + (device.exclusive ? ", exclusively" : ""));
        rig.plug(device, device, description(provider, 100 * number + devices.size(), random.nextInt(3)));
        offers.add(rig.offer(device));
    }

    private Offer.Description description(String provider, int service, int ranking) {
        return new Offer.Description(
                address,
                address,
                address.substring(5),
                "",
                facing,
                provider,
                provider,
                PROVIDERS.indexOf(provider),
                ranking,
                service);
    }

    private void unplug() {
        plugged.keySet().stream()
                .skip(random.nextInt(PROVIDERS.size()))
                .findFirst()
                .ifPresent(this::unplug);
    }

    /** A provider offers it no more; sometimes the framework's thread waits, as it does, and sometimes it is slow to do so. */
    void unplug(String provider) {
        FakeDevice gone = plugged.remove(provider);
        if (gone != null) {
            story.tell(provider + " offers " + address + " no more");
            Promise<Void> closed = rig.unplug(gone);
            if (random.nextBoolean()) {
                rig.awaitClosing(closed);
            }
        }
    }

    /** The core has stopped: no provider is tracked any more. */
    void forgotten() {
        plugged.clear();
    }

    private void rank() {
        plugged.forEach((provider, device) -> rig.cameras.describe(
                rig.offer(device),
                description(provider, (int) rig.offer(device).description().serviceId(), random.nextInt(3))));
    }

    private void spoil() {
        if (devices.isEmpty()) {
            return;
        }
        FakeDevice device = devices.get(devices.size() - 1 - random.nextInt(Math.min(devices.size(), 3)));
        int fault = random.nextInt(12);
        story.tell("fault " + fault + " of device " + devices.indexOf(device) + " of " + address);
        faulty.add(device);
        switch (fault) {
            case 0 -> device.opening.shut();
            case 1 -> device.opening.shutForGood();
            case 2 -> device.starting.shut();
            case 3 -> device.starting.shutForGood();
            case 4 -> device.applying.shut();
            case 5 -> device.applying.shutForGood();
            case 6 -> device.closing.shutForGood();
            case 7 -> device.photographing.shutForGood();
            case 8 -> device.applyFailure = failure(CameraException.Reason.FAILED);
            case 9 -> device.brokenMode = Optional.of(random.nextBoolean() ? SMALL : LARGE);
            case 10 -> device.replaced = true;
            default -> device.openFailure = failure(CameraException.Reason.BUSY);
        }
    }

    private static Optional<CameraException> failure(CameraException.Reason reason) {
        return Optional.of(new CameraException(reason, "fake: " + reason));
    }

    /** All its devices are well from now on. */
    void heal() {
        story.tell(address + " is well again");
        for (FakeDevice device : devices) {
            List.of(device.opening, device.starting, device.applying, device.closing, device.photographing)
                    .forEach(Gate::open);
            device.openFailure = Optional.empty();
            device.applyFailure = Optional.empty();
            device.brokenMode = Optional.empty();
            device.replaced = false;
            device.sessions().stream()
                    .filter(FakeSession::isOpen)
                    .forEach(session -> session.sink().muted(false));
        }
    }

    /** A session comes to its end by itself. */
    private void end() {
        EndCause cause = EndCause.values()[random.nextInt(EndCause.values().length)];
        streaming().stream().findFirst().ifPresent(session -> {
            story.tell(address + " ends: " + cause);
            session.end(cause);
        });
    }

    /** A session reports what it did by itself. */
    private void report() {
        streaming().stream().findFirst().ifPresent(session -> {
            int what = random.nextInt(4);
            story.tell(address + " reports " + what);
            switch (what) {
                case 0 -> session.sink().muted(true);
                case 1 -> session.sink().muted(false);
                case 2 -> session.sink().modeChanged(session.modes().get(0));
                default ->
                    session.sink()
                            .controlsChanged(MediaTrackSettings.builder()
                                    .with(ConstrainableProperty.ZOOM, 1.0 + random.nextInt(9))
                                    .build());
            }
        });
    }

    /**
     * Every session that streams delivers a frame, and sometimes one that is closed does. The framework's thread waits for sessions
     * whose frames come on a thread of their own.
     *
     * @param wholeOnly whether every picture is complete
     */
    void deliver(boolean wholeOnly) {
        for (FakeDevice device : devices) {
            if (!device.sessions().isEmpty()) {
                FakeSession session = device.session();
                boolean late = !session.isOpen() && !wholeOnly && random.nextInt(20) == 0;
                if (late || isStreaming(session)) {
                    byte[] jpeg = wholeOnly || random.nextInt(12) > 0 ? Jpegs.WHOLE : Jpegs.HALF;
                    Runnable frame = () -> session.deliver(jpeg, rig.scheduler.nanoTime() - device.firstTime);
                    if (random.nextInt(4) == 0) {
                        rig.scheduler.block("capture", frame);
                    } else {
                        frame.run();
                    }
                }
            }
        }
    }

    private List<FakeSession> streaming() {
        return devices.stream()
                .filter(device -> !device.sessions().isEmpty())
                .map(FakeDevice::session)
                .filter(PlayedCamera::isStreaming)
                .toList();
    }

    private static boolean isStreaming(FakeSession session) {
        return session.isOpen() && session.mode().isPresent();
    }

    /** The providers that offer it now. */
    List<String> providers() {
        return List.copyOf(plugged.keySet());
    }

    /** Whether it can be opened through a provider while it is open through another. */
    boolean isShared(String provider) {
        return Optional.ofNullable(plugged.get(provider))
                .filter(device -> !device.exclusive)
                .isPresent();
    }

    /** Whether a provider has every mode that a track may require. */
    boolean hasAllModes(String provider) {
        return Optional.ofNullable(plugged.get(provider))
                .filter(device -> device.modes.contains(LARGE))
                .isPresent();
    }

    /** What the core knows of it. */
    Optional<Camera> known() {
        return rig.cameras.cameras().stream()
                .filter(camera -> camera.identity().equals(address))
                .findFirst();
    }

    /** No call into it has been left behind for ever. */
    void checkNothingAbandoned() {
        offers.forEach(offer ->
                story.check(offer.abandonedCalls() == 0, "calls into " + offer + " are abandoned: " + offer.trouble()));
    }

    /**
     * A service that went is not opened any more (HS-2), and a camera that cannot be opened twice is not, unless a call into it or
     * into the other is stuck (HS-6, HS-7).
     */
    private void checkMayOpen(FakeDevice opening) {
        story.check(
                plugged.containsValue(opening) || faulty.contains(opening),
                address + " was opened by who offers it no more");
        List<FakeDevice> disturbed = devices.stream()
                .filter(other -> other != opening && (other.exclusive || opening.exclusive))
                .filter(other -> other.sessions().stream().anyMatch(FakeSession::isOpen))
                .filter(other -> !faulty.contains(other) && !faulty.contains(opening))
                .toList();
        story.check(disturbed.isEmpty(), address + " was opened beside an open session");
    }

    @Override
    public String toString() {
        return address;
    }
}
