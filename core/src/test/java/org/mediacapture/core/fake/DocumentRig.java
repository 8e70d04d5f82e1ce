// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.document.Document;
import org.mediacapture.core.document.ExposurePolicy;
import org.mediacapture.core.document.Surroundings;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.inventory.Microphone;
import org.mediacapture.core.inventory.MicrophoneInventory;
import org.mediacapture.core.inventory.ProviderPreference;
import org.mediacapture.core.permission.PermissionRules;
import org.mediacapture.core.permission.PermissionSettings;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.track.MicrophoneTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.core.track.TrackParts;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.stream.InputDeviceInfo;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;

/** Documents, several cameras and microphones, and permissions, put together as the core does it, in virtual time. */
public final class DocumentRig {
    /** Nobody watches whether frames come. */
    private static final Deadlines PATIENT = new Deadlines(
            Deadlines.DEFAULT.open(),
            Duration.ofHours(9),
            Duration.ofHours(9),
            Deadlines.DEFAULT.control(),
            Deadlines.DEFAULT.photo(),
            Deadlines.DEFAULT.close(),
            Deadlines.DEFAULT.grace());

    /** Time and threads. */
    public final VirtualScheduler scheduler;

    /** The deadlines in force. */
    public Deadlines deadlines = PATIENT;

    /** Which providers come first; who changes it tells {@link #cameras}. */
    public ProviderPreference preference = ProviderPreference.NONE;

    /** When devices are exposed. */
    public ExposurePolicy exposure = ExposurePolicy.CAPTURE;

    /** Who used what. */
    public final List<UsageEvent> usage = new ArrayList<>();

    /** The cameras that there are. */
    public final CameraInventory cameras;

    /** The microphones that there are. */
    public final MicrophoneInventory microphones;

    /** Who may use what. */
    public final Permissions permissions;

    /** How the core puts a document together. */
    public final Surroundings surroundings;

    private final List<Document> documents = new ArrayList<>();
    private final List<FakeDevice> all = new ArrayList<>();
    private final Map<CameraDevice, Offer> offers = new LinkedHashMap<>();
    private final Map<FakeMicrophone, Microphone.Offer> sounds = new LinkedHashMap<>();
    private Optional<Prompter> prompter = Optional.empty();
    private long services;

    /** Neither devices nor documents, and everything is permitted. */
    public DocumentRig() {
        this(new VirtualScheduler());
    }

    /** The same, in an order of things that a scheduler decides. */
    public DocumentRig(VirtualScheduler scheduler) {
        this(scheduler, Rig.codecs());
    }

    /** The same, with codecs of the test's own. */
    public DocumentRig(VirtualScheduler scheduler, Codecs codecs) {
        this.scheduler = scheduler;
        this.cameras = new CameraInventory(
                (name, offered, onChange) ->
                        new CameraSource(name, offered, scheduler, () -> deadlines, codecs, onChange),
                () -> preference,
                this::devicesChanged);
        this.microphones = new MicrophoneInventory(this::devicesChanged);
        this.permissions = new Permissions(
                scheduler, PermissionSettings.DEFAULT, () -> prompter.map(controller -> controller), usage::add);
        permissions.onChange(() -> List.copyOf(documents).forEach(Document::endRevoked));
        this.surroundings = new Surroundings(
                cameras,
                microphones,
                new DeviceIds(new byte[32]),
                permissions,
                () -> exposure,
                new TrackParts(scheduler, new Publisher(scheduler)));
    }

    /** A new document of a bundle of this name. */
    public Document document(String origin) {
        Document document = begin(origin);
        settle();
        return document;
    }

    /** The same, while everything else goes on. */
    public Document begin(String origin) {
        Document document = new Document(surroundings, new TrackOwner("bundle", origin, usage::add), documents::remove);
        documents.add(document);
        return document;
    }

    /** One more camera, with an address of scheme fake. */
    public FakeDevice camera(String name) {
        FakeDevice device = new FakeDevice();
        plug(device, device, "fake:" + name, "");
        return device;
    }

    /** One more camera, which looks somewhere. */
    public FakeDevice camera(String name, String facing) {
        FakeDevice device = new FakeDevice();
        plug(device, device, "fake:" + name, facing);
        return device;
    }

    /** One more camera that is somehow special. */
    public WrappedDevice special(String name, String facing) {
        WrappedDevice device = new WrappedDevice();
        plug(device, device.fake, "fake:" + name, facing);
        return device;
    }

    /** One more camera; what stands behind the colon of its address is its label. */
    public void plug(CameraDevice device, FakeDevice inside, String address, String facing) {
        String label = address.substring(address.indexOf(':') + 1);
        services++;
        plug(
                device,
                inside,
                new Offer.Description(
                        address, address, label, "", facing, "fake", "fake", 7, (int) -services, services));
    }

    /** One more service of a camera, whatever its properties are. */
    public void plug(CameraDevice device, FakeDevice inside, Offer.Description properties) {
        Offer offer = new Offer(device, properties, () -> inside.replaced);
        all.add(inside);
        offers.put(device, offer);
        cameras.add(offer);
    }

    /** The service of a camera goes, as on the framework's thread. */
    public Promise<Void> unplug(CameraDevice device) {
        return cameras.remove(offers.remove(device));
    }

    /** The offer of a device that is plugged in. */
    public Offer offer(CameraDevice device) {
        return offers.get(device);
    }

    /** One more microphone. */
    public FakeMicrophone microphone(String name) {
        FakeMicrophone device = new FakeMicrophone();
        plug(device, name);
        return device;
    }

    /** One more microphone. */
    public void plug(FakeMicrophone device, String name) {
        services++;
        Microphone.Offer offer = new Microphone.Offer("fake:mic-" + name, name, "fake", (int) -services, services);
        sounds.put(device, offer);
        microphones.add(offer, device);
    }

    /** The service of a microphone goes, as on the framework's thread. */
    public void unplug(FakeMicrophone device) {
        Microphone.Offer gone = sounds.remove(device);
        microphones.remove(gone.serviceId());
        documents.forEach(document -> document.owner()
                .end(track -> MicrophoneTrack.isOf(track, gone.address()), "the provider of the microphone went away"));
    }

    /** From now on a person decides. */
    public Prompter prompter() {
        Prompter controller = new Prompter();
        prompter = Optional.of(controller);
        permissions.changed();
        return controller;
    }

    /** Rules for camera, microphone, and pan, tilt and zoom, each PATTERN=STATE or "" for none; a prompt lasts 60 s. */
    public void rules(String camera, String microphone, String panTiltZoom) {
        permissions.settings(PermissionSettings.of(
                new PermissionRules(entries(camera), entries(microphone), entries(panTiltZoom), new String[0]),
                "optional",
                60_000));
        settle();
    }

    /** Lets everything happen that needs no time. */
    public void settle() {
        scheduler.settle();
    }

    /** Lets time pass. */
    public void pass(long millis) {
        scheduler.advance(Duration.ofMillis(millis));
    }

    /** The stream that getUserMedia must give at once. */
    public MediaStream stream(MediaDevices devices, Map<String, ?> constraints) {
        Promise<MediaStream> stream = devices.getUserMedia(constraints);
        settle();
        return Rig.value(stream);
    }

    /** The only track of a stream of video that getUserMedia must give at once. */
    public MediaStreamTrack video(MediaDevices devices, Object constraints) {
        return stream(devices, Map.of("video", constraints)).getVideoTracks().get(0);
    }

    /** The only track of a stream of sound that getUserMedia must give at once. */
    public MediaStreamTrack audio(MediaDevices devices, Object constraints) {
        return stream(devices, Map.of("audio", constraints)).getAudioTracks().get(0);
    }

    /** The failure, of a certain name, that getUserMedia must come to at once. */
    public MediaException failure(MediaDevices devices, Map<String, ?> constraints, ErrorName name) {
        Promise<MediaStream> stream = devices.getUserMedia(constraints);
        settle();
        return failure(stream, name);
    }

    /** The failure, of a certain name, that a promise must have by now. */
    public static MediaException failure(Promise<?> promise, ErrorName name) {
        Throwable failure = Rig.failure(promise);
        assertThat(failure).isInstanceOf(MediaException.class);
        assertThat(((MediaException) failure).error()).as(failure.toString()).isEqualTo(name);
        return (MediaException) failure;
    }

    /** The devices that a document must tell at once. */
    public List<MediaDeviceInfo> list(MediaDevices devices) {
        Promise<List<MediaDeviceInfo>> list = devices.enumerateDevices();
        settle();
        return Rig.value(list);
    }

    /** The cameras that a document must tell at once. */
    public List<InputDeviceInfo> cameras(MediaDevices devices) {
        return list(devices).stream()
                .filter(device -> device.kind() == MediaDeviceKind.VIDEO_INPUT)
                .map(InputDeviceInfo.class::cast)
                .toList();
    }

    /** The deviceId of the camera with a label. */
    public String id(MediaDevices devices, String label) {
        return list(devices).stream()
                .filter(device -> device.label().equals(label))
                .map(MediaDeviceInfo::deviceId)
                .findFirst()
                .orElseThrow();
    }

    /** The core stops: as its component does it, and in that order. */
    public void stop() {
        String cause = "mediacapture was stopped";
        List.copyOf(documents).forEach(document -> document.shutDown(cause));
        cameras.cameras().stream()
                .map(camera -> camera.source().shutDown(cause))
                .toList()
                .forEach(this::awaitClosing);
        List.copyOf(offers.keySet()).forEach(device -> awaitClosing(unplug(device)));
        List.copyOf(sounds.keySet()).forEach(this::unplug);
        permissions.close();
        scheduler.close();
    }

    /** Waits as the framework's thread does (HS-2). */
    public void awaitClosing(Promise<Void> closing) {
        scheduler.await(closing, deadlines.close());
    }

    /** What holds at the end of every test: when all documents are closed, nothing is open or lent. */
    public void assertNothingIsLeft() {
        List.copyOf(documents).forEach(Document::close);
        scheduler.advance(Duration.ofSeconds(120));
        for (FakeDevice device : all) {
            for (FakeSession session : device.sessions()) {
                assertThat(session.isOpen()).as("session is open").isFalse();
                assertThat(session.lent()).as("buffers lent").isZero();
                assertThat(session.brokenRules()).as("broken rules").isZero();
            }
        }
        cameras.cameras()
                .forEach(camera ->
                        assertThat(camera.source().isInUse()).as(camera.name()).isFalse());
    }

    private void devicesChanged() {
        List.copyOf(documents).forEach(Document::devicesChanged);
    }

    private static String[] entries(String rule) {
        return rule.isEmpty() ? new String[0] : new String[] {rule};
    }
}
