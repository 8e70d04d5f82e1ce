// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeMicrophone;
import org.mediacapture.core.fake.Prompter;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.Sneaky;
import org.mediacapture.core.fake.WrappedDevice;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.provider.CameraException;
import org.mediacapture.stream.InputDeviceInfo;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;

/** What enumerateDevices tells to whom, and by which ids. */
class EnumerationTest {
    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule({"ENUM-4", "PERM-7"})
    void beforeExposureAListShowsOneNamelessDeviceOfEachKind() {
        rig.camera("front");
        rig.camera("back");
        rig.microphone("desk");
        rig.microphone("wall");

        List<MediaDeviceInfo> devices = rig.list(document);

        assertThat(devices)
                .extracting(MediaDeviceInfo::kind)
                .containsExactly(MediaDeviceKind.AUDIO_INPUT, MediaDeviceKind.VIDEO_INPUT);
        assertThat(devices).allSatisfy(device -> {
            assertThat(device.deviceId()).isEmpty();
            assertThat(device.label()).isEmpty();
            assertThat(device.groupId()).isEmpty();
        });
    }

    @Test
    @Rule({"ENUM-8", "PERM-7"})
    void beforeExposureNoCapabilitiesAreTold() {
        rig.camera("front");

        assertThat(rig.cameras(document).get(0).getCapabilities().toMap()).isEmpty();
    }

    @Test
    @Rule("ENUM-4")
    void whatIsNotThereIsNotListed() {
        assertThat(rig.list(document)).isEmpty();
        rig.camera("front");
        assertThat(rig.list(document)).hasSize(1);
    }

    @Test
    @Rule({"ENUM-2", "ENUM-5", "ENUM-7"})
    void microphonesComeFirstThenCamerasTheDefaultOfEachFirst() {
        rig.camera("net");
        rig.plug(new FakeDevice(), new FakeDevice(), "v4l2:local", "");
        rig.microphone("desk");
        rig.microphone("wall");
        rig.stream(document, Map.of("video", true, "audio", true));

        assertThat(rig.list(document))
                .extracting(MediaDeviceInfo::label)
                .containsExactly("desk", "wall", "local", "net");
    }

    @Test
    @Rule("ENUM-2")
    void eachCallGivesNewObjectsOfTheSameValues() {
        rig.camera("door");
        rig.microphone("desk");
        rig.video(document, true);

        List<MediaDeviceInfo> one = rig.list(document);
        List<MediaDeviceInfo> two = rig.list(document);

        assertThat(one).isEqualTo(two).allSatisfy(device -> assertThat(device).isInstanceOf(InputDeviceInfo.class));
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.get(i)).isNotSameAs(two.get(i));
        }
    }

    @Test
    @Rule({"ENUM-5", "ENUM-6", "ENUM-7"})
    void exposureLastsAfterTheTrackButIsTheDocumentsOwn() {
        rig.camera("front");
        rig.camera("back");
        rig.video(document, true).stop();
        rig.settle();

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("front", "back");
        assertThat(rig.list(rig.document("app")))
                .extracting(MediaDeviceInfo::label)
                .containsExactly("");
    }

    @Test
    @Rule({"ENUM-7", "X-17"})
    void aVideoCaptureDoesNotExposeMicrophones() {
        rig.camera("front");
        rig.microphone("desk");
        rig.video(document, true);

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("", "front");
        rig.audio(document, true);
        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("desk", "front");
    }

    @Test
    @Rule("ENUM-7")
    void anAudioCaptureDoesNotExposeCameras() {
        rig.camera("front");
        rig.microphone("desk");
        rig.audio(document, true);

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("desk", "");
    }

    @Test
    @Rule("ENUM-7")
    void exposureBeginsBeforeTheDeviceIsOpenedAndNotBeforeTheGrant() {
        FakeDevice front = rig.camera("front");
        front.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));
        Prompter person = rig.prompter();

        document.getUserMedia(Map.of("video", true));
        rig.settle();
        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("");
        person.grant();
        rig.settle();
        assertThat(rig.list(document))
                .as("refused")
                .extracting(MediaDeviceInfo::label)
                .containsExactly("");

        document.getUserMedia(Map.of("video", true));
        rig.settle();
        person.grant(CAMERA);
        rig.settle();
        assertThat(rig.list(document))
                .as("granted")
                .extracting(MediaDeviceInfo::label)
                .containsExactly("front");
    }

    @Test
    @Rule("ENUM-5")
    void whereThePermissionExposesWhoMayUseCamerasSeesThem() {
        rig.exposure = ExposurePolicy.PERMISSION;
        rig.camera("front");
        rig.microphone("desk");

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("desk", "front");
        rig.rules("", "*=prompt", "");
        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("", "front");
        rig.exposure = ExposurePolicy.CAPTURE;
        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("", "");
    }

    @Test
    @Rule("SUP-1")
    void whatIsSupportedIsToldWithoutDevicesAndWithoutPermission() {
        rig.rules("*=denied", "*=denied", "*=denied");

        assertThat(document.getSupportedConstraints().toMap())
                .containsEntry("width", true)
                .hasSameSizeAs(ConstrainableProperty.all());
    }

    @Test
    @Rule("ENUM-1")
    void enumerationIsNeverRefusedButAForbiddenKindIsLeftOut() {
        rig.camera("front");
        rig.microphone("desk");
        rig.rules("*=denied", "", "");

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::kind).containsExactly(MediaDeviceKind.AUDIO_INPUT);
    }

    @Test
    @Rule("ENUM-1")
    void aHiddenDocumentWaitsForItsList() {
        rig.camera("front");
        document.setHidden(true);
        Promise<List<MediaDeviceInfo>> list = document.enumerateDevices();
        rig.pass(3_600_000);
        assertThat(list.isDone()).isFalse();

        document.setHidden(false);
        rig.settle();
        assertThat(Rig.value(list)).hasSize(1);
    }

    @Test
    @Rule("ENUM-1")
    void aHiddenDocumentWithExposureDoesNotWait() {
        rig.camera("front");
        rig.video(document, true);
        document.setHidden(true);

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("front");
    }

    @Test
    @Rule({"ENUM-1", "GUM-2"})
    void aHiddenDocumentThatIsClosedFails() {
        rig.camera("front");
        document.setHidden(true);
        Promise<List<MediaDeviceInfo>> list = document.enumerateDevices();
        rig.settle();
        document.close();
        rig.settle();

        DocumentRig.failure(list, ErrorName.INVALID_STATE);
    }

    @Test
    @Rule({"ENUM-8", "DEV-5"})
    void anInputTellsTheCapabilitiesOfATrackWithoutConstraints() {
        rig.exposure = ExposurePolicy.PERMISSION;
        rig.camera("front", "user");
        rig.microphone("desk");
        MediaTrackCapabilities camera = rig.cameras(document).get(0).getCapabilities();
        MediaTrackCapabilities microphone =
                ((InputDeviceInfo) rig.list(document).get(0)).getCapabilities();

        MediaStreamTrack video = rig.video(document, true);
        MediaStreamTrack audio = rig.audio(document, true);

        assertThat(camera.toMap())
                .isNotEmpty()
                .isEqualTo(video.getCapabilities().toMap());
        assertThat(microphone.toMap())
                .isNotEmpty()
                .isEqualTo(audio.getCapabilities().toMap());
        assertThat(rig.cameras(document).get(0).getCapabilities().toMap())
                .as("while it is open")
                .isEqualTo(video.getCapabilities().toMap());
    }

    @Test
    @Rule({"ENUM-8", "X-13", "PTZ-2", "PERM-7"})
    void anInputTellsNoMovementThatATrackWouldNotHave() {
        rig.exposure = ExposurePolicy.PERMISSION;
        rig.camera("front");
        rig.rules("", "", "*=prompt");

        Map<String, ?> told = rig.cameras(document).get(0).getCapabilities().toMap();

        assertThat(told).doesNotContainKey("zoom");
        assertThat(rig.video(document, true).getCapabilities().toMap()).isEqualTo(told);
    }

    @Test
    @Rule("ENUM-9")
    void asJsonADeviceHasFourMembers() {
        rig.camera("front");
        rig.video(document, true);

        MediaDeviceInfo device = rig.list(document).get(0);

        assertThat(device.toMap())
                .containsExactly(
                        Map.entry("deviceId", device.deviceId()),
                        Map.entry("kind", "videoinput"),
                        Map.entry("label", "front"),
                        Map.entry("groupId", device.groupId()));
    }

    @Test
    @Rule("ENUM-10")
    void aDeviceWithoutANameHasAnEmptyLabel() {
        rig.camera("");
        rig.video(document, true);

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("");
    }

    @Test
    @Rule({"DEV-1", "DEV-4"})
    void documentsOfOneOriginSeeOneIdAndThoseOfAnotherSeeAnother() {
        rig.camera("front");
        Document same = rig.document("app");
        Document other = rig.document("other");
        List.of(document, same, other).forEach(each -> rig.video(each, true));

        String id = rig.id(document, "front");
        assertThat(rig.id(same, "front")).isEqualTo(id);
        assertThat(rig.id(other, "front")).isNotEqualTo(id);
        assertThat(id).matches("[0-9a-f]{64}");
    }

    @Test
    @Rule("DEV-2")
    void theIdOfADeviceOutlivesItsService() {
        FakeDevice front = rig.camera("front");
        rig.video(document, true).stop();
        rig.settle();
        String id = rig.id(document, "front");
        rig.unplug(front);
        rig.camera("front");

        assertThat(rig.id(document, "front")).isEqualTo(id);
    }

    @Test
    @Rule({"DEV-3", "PERM-7"})
    void theGroupIsSharedByOneDevicesPartsAndByNoOtherDocument() {
        WrappedDevice webcam = rig.special("webcam", "");
        webcam.group = Optional.of("usb-1");
        FakeMicrophone itsMicrophone = new FakeMicrophone();
        itsMicrophone.group = Optional.of("usb-1");
        rig.plug(itsMicrophone, "webcam");
        rig.camera("another");
        rig.exposure = ExposurePolicy.PERMISSION;

        List<MediaDeviceInfo> devices = rig.list(document);
        assertThat(devices.get(0).groupId()).isEqualTo(devices.get(1).groupId()).matches("[0-9a-f]{64}");
        assertThat(devices.get(2).groupId()).isNotEqualTo(devices.get(0).groupId());
        assertThat(rig.list(rig.document("app")).get(0).groupId())
                .isNotEqualTo(devices.get(0).groupId());
    }

    @Test
    @Rule("DEV-5")
    void aTrackTellsTheIdsOfTheList() {
        rig.camera("front");
        rig.microphone("desk");
        MediaStreamTrack video = rig.video(document, true);
        MediaStreamTrack audio = rig.audio(document, true);

        List<MediaDeviceInfo> devices = rig.list(document);
        for (MediaStreamTrack track : List.of(audio, video)) {
            MediaDeviceInfo device = devices.get(track == audio ? 0 : 1);
            assertThat(track.getSettings().toMap())
                    .containsEntry("deviceId", device.deviceId())
                    .containsEntry("groupId", device.groupId());
            assertThat(track.getCapabilities().toMap())
                    .containsEntry("deviceId", device.deviceId())
                    .containsEntry("groupId", device.groupId());
        }
    }

    @Test
    void aBrokenProviderDoesNotHideTheOtherCameras() {
        WrappedDevice broken = rig.special("broken", "");
        rig.camera("door");
        rig.exposure = ExposurePolicy.PERMISSION;
        broken.broken = true;

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("broken", "door");
    }

    @Test
    @Rule("ENUM-2")
    void aMicrophoneThatCannotTellWhatItIsHidesNoOther() {
        FakeMicrophone mute = new FakeMicrophone();
        mute.capabilities = null;
        FakeMicrophone lost = new FakeMicrophone();
        lost.group = null;
        rig.plug(mute, "mute");
        rig.plug(lost, "lost");
        rig.microphone("desk");
        rig.exposure = ExposurePolicy.PERMISSION;

        assertThat(rig.list(document)).extracting(MediaDeviceInfo::label).containsExactly("desk");
        assertThat(rig.audio(document, true).label()).isEqualTo("desk");
        rig.unplug(mute);
        assertThat(rig.list(document)).hasSize(1);
    }

    @Test
    @Rule("ENUM-1")
    void whateverGoesWrongWhileDevicesAreListedIsTold() {
        for (Throwable defect : List.of(new IOException("fake: checked"), new AssertionError("fake: an error"))) {
            Document unlucky = unlucky(defect);

            Promise<List<MediaDeviceInfo>> list = unlucky.enumerateDevices();
            rig.settle();

            assertThat(DocumentRig.failure(list, ErrorName.ABORT)).hasCause(defect);
        }
    }

    private Document unlucky(Throwable defect) {
        Surroundings usual = rig.surroundings;
        return new Document(
                new Surroundings(
                        usual.cameras(),
                        usual.microphones(),
                        usual.ids(),
                        usual.permissions(),
                        () -> {
                            throw Sneaky.thrown(defect);
                        },
                        usual.parts()),
                new TrackOwner("bundle", "unlucky", event -> {}),
                closed -> {});
    }
}
