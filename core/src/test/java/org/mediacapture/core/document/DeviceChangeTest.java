// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeMicrophone;
import org.mediacapture.core.fake.WrappedDevice;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;

/** Who is told when that devices came or went. */
class DeviceChangeTest {
    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");
    private final List<DeviceChangeEvent> events = new ArrayList<>();
    private final Registration registration = document.addDeviceChangeListener(events::add);

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule({"DC-1", "DC-4"})
    void whoSeesDevicesIsToldOnceOfEachThatComesAndGoes() {
        rig.exposure = ExposurePolicy.PERMISSION;
        rig.camera("door");
        rig.pass(250);
        FakeDevice yard = rig.camera("yard");
        rig.pass(250);

        assertThat(events).hasSize(2);
        assertThat(labels(events.get(1).devices())).containsExactly("door", "yard");
        assertThat(labels(events.get(1).userInsertedDevices())).containsExactly("yard");
        assertThat(events.get(1).devices()).isEqualTo(rig.list(document));

        rig.unplug(yard);
        rig.pass(250);
        assertThat(events).hasSize(3);
        assertThat(labels(events.get(2).devices())).containsExactly("door");
        assertThat(events.get(2).userInsertedDevices()).isEmpty();
    }

    @Test
    @Rule({"DC-1", "DC-4"})
    void whatWasThereBeforeTheDocumentIsNotInserted() {
        rig.exposure = ExposurePolicy.PERMISSION;
        rig.camera("door");
        rig.pass(250);
        List<DeviceChangeEvent> told = new ArrayList<>();
        rig.document("late").addDeviceChangeListener(told::add);
        rig.camera("yard");
        rig.pass(250);

        assertThat(told).hasSize(1);
        assertThat(labels(told.get(0).devices())).containsExactly("door", "yard");
        assertThat(labels(told.get(0).userInsertedDevices())).containsExactly("yard");
    }

    @Test
    @Rule("DC-4")
    void theEventsListIsOneThatNobodyChanges() {
        rig.camera("door");
        rig.pass(250);

        DeviceChangeEvent event = events.get(0);
        assertThat(event.devices()).isSameAs(event.devices());
        List<MediaDeviceInfo> frozen = event.devices();
        assertThatThrownBy(() -> frozen.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Rule({"DC-2", "DC-4", "PERM-7"})
    void withoutExposureTheFirstAndTheLastOfAKindAreNoticedAndTheSecondIsNot() {
        FakeDevice door = rig.camera("door");
        rig.pass(250);
        assertThat(events).hasSize(1);
        assertThat(labels(events.get(0).devices())).containsExactly("");
        assertThat(events.get(0).userInsertedDevices()).isEmpty();

        FakeDevice yard = rig.camera("yard");
        rig.pass(250);
        rig.unplug(door);
        rig.pass(250);
        assertThat(events).hasSize(1);

        rig.unplug(yard);
        rig.pass(250);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).devices()).isEmpty();
    }

    @Test
    @Rule({"DC-1", "ENUM-7"})
    void beingToldMoreIsNoChangeOfDevices() {
        rig.camera("door");
        rig.microphone("desk");
        rig.pass(250);
        events.clear();

        rig.stream(document, Map.of("video", true, "audio", true));
        rig.pass(1_000);
        assertThat(events).isEmpty();

        rig.camera("yard");
        rig.pass(250);
        assertThat(events).hasSize(1);
        assertThat(labels(events.get(0).devices())).containsExactly("desk", "door", "yard");
        assertThat(labels(events.get(0).userInsertedDevices())).containsExactly("yard");
    }

    @Test
    @Rule({"DC-1", "DC-3"})
    void whatIsBackWithinAMomentHasNotChanged() {
        rig.exposure = ExposurePolicy.PERMISSION;
        FakeDevice door = rig.camera("door");
        rig.pass(250);
        events.clear();

        rig.unplug(door);
        rig.pass(200);
        rig.camera("door");
        rig.pass(1_000);
        assertThat(events).as("a provider that was updated").isEmpty();

        rig.unplug(rig.camera("guest"));
        rig.pass(1_000);
        assertThat(events).isEmpty();
    }

    @Test
    @Rule("DC-3")
    void whatHappensWithinAMomentIsOneEvent() {
        rig.exposure = ExposurePolicy.PERMISSION;
        rig.camera("door");
        rig.pass(100);
        rig.camera("yard");
        rig.microphone("desk");
        rig.pass(149);
        assertThat(events).isEmpty();
        rig.pass(1);

        assertThat(events).hasSize(1);
        assertThat(labels(events.get(0).userInsertedDevices())).containsExactly("desk", "door", "yard");
        rig.pass(1_000);
        assertThat(events).hasSize(1);
    }

    @Test
    @Rule({"DC-1", "ENUM-2"})
    void anotherDefaultDeviceIsAChange() {
        rig.exposure = ExposurePolicy.PERMISSION;
        FakeMicrophone desk = rig.microphone("desk");
        rig.microphone("wall");
        rig.pass(250);
        events.clear();

        rig.unplug(desk);
        rig.plug(desk, "desk");
        rig.pass(250);

        assertThat(events).hasSize(1);
        assertThat(labels(events.get(0).devices())).containsExactly("wall", "desk");
        assertThat(events.get(0).userInsertedDevices())
                .as("both were there before")
                .isEmpty();
    }

    @Test
    @Rule({"DC-1", "DC-3"})
    void aHiddenDocumentIsToldWhenItIsShown() {
        document.setHidden(true);
        FakeDevice door = rig.camera("door");
        rig.pass(1_000);
        FakeDevice yard = rig.camera("yard");
        rig.pass(1_000);
        assertThat(events).isEmpty();

        document.setHidden(false);
        rig.settle();
        assertThat(events).as("all at once").hasSize(1);

        document.setHidden(true);
        rig.unplug(door);
        rig.unplug(yard);
        rig.pass(1_000);
        rig.camera("door");
        rig.pass(1_000);
        document.setHidden(false);
        rig.settle();
        assertThat(events).as("it looks as it did").hasSize(1);
    }

    @Test
    @Rule({"DC-1", "DC-3"})
    void aDocumentThatIsShownWhileItsDevicesAreLookedAtMissesNothing() {
        AtomicReference<Runnable> onLook = new AtomicReference<>(() -> {});
        Surroundings usual = rig.surroundings;
        Document watched = new Document(
                new Surroundings(
                        usual.cameras(),
                        usual.microphones(),
                        usual.ids(),
                        usual.permissions(),
                        () -> {
                            onLook.getAndSet(() -> {}).run();
                            return ExposurePolicy.CAPTURE;
                        },
                        usual.parts()),
                new TrackOwner("bundle", "watched", event -> {}),
                closed -> {});
        List<DeviceChangeEvent> told = new ArrayList<>();
        watched.addDeviceChangeListener(told::add);
        rig.settle();
        watched.setHidden(true);
        rig.settle();

        rig.camera("door");
        watched.devicesChanged();
        onLook.set(() -> watched.setHidden(false));
        rig.pass(250);

        assertThat(told).hasSize(1);
    }

    @Test
    @Rule({"DC-1", "DC-3"})
    void aHiddenDocumentWithExposureIsToldAtOnce() {
        rig.camera("door");
        rig.video(document, true);
        rig.pass(250);
        events.clear();
        document.setHidden(true);
        rig.camera("yard");
        rig.pass(250);

        assertThat(events).hasSize(1);
    }

    @Test
    @Rule({"DC-1", "TRK-15"})
    void aCameraInUseStaysListedUntilNobodyBringsItBack() {
        FakeDevice door = rig.camera("door");
        MediaStreamTrack track = rig.video(document, true);
        rig.pass(250);
        events.clear();

        rig.unplug(door);
        rig.pass(4_000);
        assertThat(events).isEmpty();
        assertThat(labels(rig.list(document))).containsExactly("door");

        rig.pass(2_000);
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).devices()).isEmpty();
    }

    @Test
    @Rule("DC-1")
    void aKindThatIsForbiddenIsNotTalkedAbout() {
        rig.rules("*=denied", "", "");
        rig.camera("door");
        rig.pass(250);

        assertThat(events).isEmpty();
    }

    @Test
    @Rule({"DC-1", "TRK-9"})
    void aClosedDocumentIsToldNothing() {
        rig.camera("door");
        document.close();
        rig.pass(1_000);

        assertThat(events).isEmpty();
    }

    @Test
    void aListenerThatWasTakenBackIsNotCalled() {
        registration.close();
        registration.close();
        rig.camera("door");
        rig.pass(250);

        assertThat(events).isEmpty();
    }

    @Test
    void aListenerThatThrowsKeepsNobodyElseFromTheEvent() {
        AtomicInteger calls = new AtomicInteger();
        document.addDeviceChangeListener(event -> {
            throw new IllegalStateException("fake: listener");
        });
        document.addDeviceChangeListener(event -> calls.incrementAndGet());
        FakeDevice door = rig.camera("door");
        rig.pass(250);
        rig.unplug(door);
        rig.pass(250);

        assertThat(calls).hasValue(2);
        assertThat(events).hasSize(2);
    }

    @Test
    void aListenerMayCallBackEvenToCloseTheDocument() {
        List<Integer> lists = new ArrayList<>();
        document.addDeviceChangeListener(event -> {
            document.enumerateDevices().onSuccess(devices -> lists.add(devices.size()));
            document.getUserMedia(Map.of("video", true)).onSuccess(stream -> document.close());
        });
        rig.camera("door");
        rig.pass(250);

        assertThat(lists).containsExactly(1);
        assertThat(document.owner().isClosed()).isTrue();
        assertThat(document.owner().tracks()).isEmpty();
    }

    private static List<String> labels(List<MediaDeviceInfo> devices) {
        return devices.stream().map(MediaDeviceInfo::label).toList();
    }

    @Test
    @Rule({"DC-1", "ENUM-2", "DEV-3"})
    void aCameraThatWaitsForItsProviderIsListedAsBeforeInItsPlace() {
        rig.exposure = ExposurePolicy.PERMISSION;
        WrappedDevice first = rig.special("first", "");
        first.group = Optional.of("a physical device");
        rig.camera("second");
        MediaStreamTrack track = rig.video(document, Map.of("deviceId", rig.id(document, "first")));
        rig.pass(1_000);
        List<String> before = seen();
        List<DeviceChangeEvent> told = new ArrayList<>();
        document.addDeviceChangeListener(told::add);

        rig.unplug(first);
        rig.pass(1_000);

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(seen()).isEqualTo(before);
        assertThat(told).isEmpty();
        assertThat(track.getSettings().toMap())
                .containsEntry("groupId", before.get(0).split(" ")[1]);
    }

    private List<String> seen() {
        return rig.list(document).stream()
                .map(device -> device.label() + " " + device.groupId())
                .toList();
    }
}
