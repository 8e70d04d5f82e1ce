// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeSession;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Photos: the camera's own bytes, in order, with a deadline (IC-4, IC-5, IC-6, IC-19). */
class CameraSourcePhotoTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice device = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void aPhotoIsTheCamerasOwnJpegByteForByte() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        rig.deliver(device, Jpegs.WHOLE);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        assertThat(Rig.value(photo).type()).isEqualTo("image/jpeg");
        rig.source.detach(track);
    }

    @Test
    void aPhotoThatWasTakenIsNotHeldAnyLonger() {
        FakeTrack track = rig.track(Map.of());
        WeakReference<Blob> taken = takenPhoto(track);

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return taken.get() == null;
        });

        rig.source.detach(track);
    }

    /** In a method of its own, so that no variable of the test holds the photo. */
    private WeakReference<Blob> takenPhoto(FakeTrack track) {
        Promise<Blob> photo = photo(track);
        rig.deliver(device, Jpegs.WHOLE);
        return new WeakReference<>(Rig.value(photo));
    }

    @Test
    void incompleteFramesAreSkipped() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        rig.deliver(device, Jpegs.HALF);
        assertThat(photo.isDone()).isFalse();
        rig.deliver(device, Jpegs.WHOLE);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    @Test
    void anUncompressedFrameIsEncoded() {
        VideoMode raw = new VideoMode(64, 48, 30, PixelFormat.GRAY8);
        device.modes = List.of(raw);
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        Plane plane = new Plane(java.nio.ByteBuffer.allocate(64 * 48), 64, 1);
        device.session().deliver(FrameData.of(PixelFormat.GRAY8, List.of(plane), 64, 48, ColorSpace.SRGB));
        rig.scheduler.settle();

        assertThat(Jpegs.read(Rig.value(photo).bytes()).getWidth()).isEqualTo(64);
        rig.source.detach(track);
    }

    @Test
    void withoutACompleteFrameThePhotoFailsAtItsDeadline() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);
        for (int seconds = 0; seconds < 11; seconds++) {
            rig.deliver(device, Jpegs.HALF);
            rig.scheduler.advance(Duration.ofSeconds(1));
        }

        assertUnknown(photo, "no photo within 10 s");
        rig.source.detach(track);
    }

    @Test
    void photosAreTakenInOrderOneAtATime() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> first = photo(track);
        Promise<Blob> second = photo(track);

        rig.deliver(device, Jpegs.WHOLE);
        assertThat(first.isDone()).isTrue();
        assertThat(second.isDone()).isFalse();
        rig.deliver(device, Jpegs.WHOLE);

        assertThat(second.isDone()).isTrue();
        rig.source.detach(track);
    }

    @Test
    void aPhotoOfAnotherSizeInterruptsTheStreamAndGoesBack() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(device, Jpegs.WHOLE);
        Promise<Blob> photo = rig.photo(track, PhotoSettings.ofSize(1280, 720));
        rig.scheduler.settle();
        assertThat(device.session().mode()).contains(FakeDevice.HD);
        assertThat(track.events()).containsExactly("mute");

        rig.deliver(device, Jpegs.WHOLE);
        assertThat(photo.isDone()).isTrue();
        assertThat(device.session().mode()).contains(FakeDevice.VGA);
        rig.deliver(device, Jpegs.WHOLE);

        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(rig.source.view().mode()).contains(FakeDevice.VGA);
        assertThat(track.sequences()).as("the photo is no frame of the track").hasSize(2);
        rig.source.detach(track);
    }

    @Test
    void aModeThatDoesNotStartFailsThePhotoAndTheStreamGoesOn() {
        device.brokenMode = Optional.of(FakeDevice.HD);
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = rig.photo(track, PhotoSettings.ofSize(1280, 720));
        rig.scheduler.settle();

        assertUnknown(photo, "cannot start");
        rig.deliver(device, Jpegs.WHOLE);
        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void aCameraThatTakesPhotosByItselfIsAsked() {
        device.still = true;
        FakeTrack track = rig.track(Map.of());

        Promise<Blob> photo = photo(track);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    @Test
    void aPhotoOfTheCamerasOwnThatOverrunsFailsAndTheSessionIsReplaced() {
        device.still = true;
        FakeTrack track = rig.track(Map.of());
        rig.deliver(device, Jpegs.WHOLE);
        FakeSession old = device.session();
        device.photographing.shut();
        Promise<Blob> photo = photo(track);
        for (int seconds = 0; seconds < 11; seconds++) {
            rig.deliver(device, Jpegs.WHOLE);
            rig.scheduler.advance(Duration.ofSeconds(1));
        }

        assertUnknown(photo, "photo did not return within 10 s");
        assertThat(old.isOpen()).isFalse();
        assertThat(device.sessions()).hasSize(2);
        rig.source.detach(track);
    }

    @Test
    void stoppingTheTrackFailsItsPhotoAtOnceAndLeavesTheQueueFree() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        rig.source.detach(track);
        Promise<FakeTrack> next = rig.attach(Map.of());
        rig.scheduler.settle();

        assertUnknown(photo, "stopped");
        rig.source.detach(Rig.value(next));
    }

    @Test
    void aPhotoOnATrackThatHasJustStoppedIsUnknownError() {
        FakeTrack track = rig.track(Map.of());
        rig.source.detach(track);

        Promise<Blob> photo = photo(track);

        assertUnknown(photo, "door");
    }

    private Promise<Blob> photo(FakeTrack track) {
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        return photo;
    }

    private static void assertUnknown(Promise<Blob> photo, String message) {
        assertThat(Rig.failure(photo)).isInstanceOfSatisfying(MediaException.class, failure -> {
            assertThat(failure.error()).isEqualTo(ErrorName.UNKNOWN);
            assertThat(failure).hasMessageContaining(message);
        });
    }
}
