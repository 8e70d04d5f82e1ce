// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.osgi.util.promise.Promise;

/** What cameras report at odd moments. */
class ReportsOfCamerasTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void aModeThatIsReportedWhileTheCameraIsOpenedIsToldOnceItStreams() {
        first.starting.shut();
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();
        first.session().sink().modeChanged(FakeDevice.HD);
        rig.scheduler.settle();
        first.starting.open();
        rig.scheduler.settle();

        assertThat(rig.source.view().mode()).contains(FakeDevice.HD);
        rig.source.detach(Rig.value(track));
    }

    @Test
    void aModeThatAnOfferReportedWhichCouldNotBeStartedIsNotThatOfTheNext() {
        rig.plug();
        Promise<FakeTrack> track = startOfTheFirstFails(sink -> sink.modeChanged(FakeDevice.HD));

        assertThat(rig.source.view().mode()).contains(FakeDevice.VGA);
        rig.source.detach(Rig.value(track));
    }

    @Test
    void framesComeThroughIfOnlyAnOfferWasMutedThatCouldNotBeStarted() {
        FakeDevice second = rig.plug();
        Promise<FakeTrack> opened = startOfTheFirstFails(sink -> sink.muted(true));
        FakeTrack track = Rig.value(opened);

        rig.deliver(second, Jpegs.WHOLE);

        assertThat(track.sequences()).hasSize(1);
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatWasMutedWhileItWasOpenedUnmutesTracksWithItsFirstFrame() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        second.starting.shut();
        rig.unplug(first);
        rig.scheduler.settle();
        second.session().sink().muted(true);
        second.session().sink().muted(false);
        rig.scheduler.settle();
        second.starting.open();
        rig.scheduler.settle();
        assertThat(track.events()).containsExactly("mute");

        rig.deliver(second, Jpegs.WHOLE);

        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void aCameraThatTellsOnceMoreThatItDeliversMayBeMutedAsLongAsItLikes() {
        FakeTrack track = rig.track(Map.of());
        first.session().sink().muted(false);
        rig.scheduler.settle();
        first.session().sink().muted(true);
        rig.scheduler.advance(Duration.ofMinutes(1));

        assertThat(first.sessions()).hasSize(1);
        assertThat(track.isLive()).isTrue();
        rig.source.detach(track);
    }

    @Test
    void aModeThatASuccessorReportsBeforeItIsOpenIsNotThatOfTheTracks() {
        FakeDevice device = new FakeDevice();
        device.whileOpening = sink -> sink.modeChanged(FakeDevice.HD);
        Offer offer =
                new Offer(device, new Offer.Description("fake:door", "door", "Door", "", "", "fake", "fake", 1, 0, 1));
        CameraSource source = new CameraSource(
                "door", () -> List.of(offer), rig.scheduler, () -> Deadlines.DEFAULT, Rig.codecs(), () -> {});
        MediaTrackConstraints asked = MediaTrackConstraints.fromMap(Map.of());
        Promise<FakeTrack> attached = source.attach(
                asked,
                new Perspective(MediaTrackSettings.empty(), true),
                attachment -> new FakeTrack(rig.scheduler, asked, attachment));
        rig.scheduler.settle();
        FakeTrack track = Rig.value(attached);

        device.session().end(EndCause.UNPLUGGED);
        rig.scheduler.settle();

        assertThat(device.sessions()).hasSize(2);
        assertThat(source.view().mode()).contains(FakeDevice.VGA);
        assertThat(track.events()).containsExactly("mute");
        source.detach(track);
    }

    private Promise<FakeTrack> startOfTheFirstFails(Consumer<FrameSink> report) {
        first.starting.shut();
        first.brokenMode = Optional.of(FakeDevice.VGA);
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();
        report.accept(first.session().sink());
        rig.scheduler.settle();
        first.starting.open();
        rig.scheduler.settle();
        return track;
    }
}
