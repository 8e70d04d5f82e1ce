// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackEvent;
import org.mediacapture.stream.Registration;

/** Streams: groups of tracks. */
class StreamTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final Microphones microphones = new Microphones(studio);
    private final TrackStreams streams = new TrackStreams();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule({"STR-1", "STR-7"})
    void aStreamIsMadeOfNothingOfAStreamOrOfTracks() {
        CameraTrack video = studio.track();
        MicrophoneTrack audio = microphones.track();

        MediaStream empty = streams.create();
        MediaStream twice = streams.create(List.of(video, audio, video));
        MediaStream shared = streams.create(twice);

        assertThat(empty.getTracks()).isEmpty();
        assertThat(twice.getTracks()).containsExactlyInAnyOrder(video, audio);
        assertThat(shared.getTracks()).as("the tracks themselves").containsExactlyInAnyOrder(video, audio);
        assertThat(List.of(empty.id(), twice.id(), shared.id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 36);
    }

    @Test
    @Rule("STR-1")
    void endedTracksAreAccepted() {
        CameraTrack track = studio.track();
        track.stop();

        MediaStream stream = streams.create(List.of(track));

        assertThat(stream.getTracks()).containsExactly(track);
        assertThat(stream.isActive()).isFalse();
    }

    @Test
    @Rule("STR-1")
    void aNullAmongTheTracksIsRefused() {
        List<MediaStreamTrack> tracks = new ArrayList<>();
        tracks.add(null);

        assertThatThrownBy(() -> streams.create(tracks))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("track");
    }

    @Test
    @Rule("STR-2")
    void aStreamIsActiveUntilItsLastTrackIsStopped() {
        CameraTrack first = studio.track();
        CameraTrack second = first.clone();
        MediaStream stream = streams.create(List.of(first, second));

        first.stop();
        assertThat(stream.isActive()).isTrue();
        second.stop();
        assertThat(stream.isActive()).as("at once").isFalse();
        stream.addTrack(studio.track());

        assertThat(stream.isActive()).isTrue();
    }

    @Test
    @Rule({"STR-3", "STR-4", "X-6"})
    void addingWhatIsThereAndRemovingWhatIsNotDoesNothingAndNoChangeFiresAnEvent() {
        CameraTrack track = studio.track();
        MediaStream stream = streams.create();
        List<MediaStreamTrackEvent> events = new ArrayList<>();
        List<Registration> registrations = new ArrayList<>();
        for (MediaStreamTrackEvent.Type type : MediaStreamTrackEvent.Type.values()) {
            registrations.add(stream.addEventListener(type, events::add));
        }

        stream.removeTrack(track);
        stream.addTrack(track);
        stream.addTrack(track);
        assertThat(stream.getTracks()).containsExactly(track);
        stream.removeTrack(track);
        stream.removeTrack(track);
        studio.settle();
        registrations.forEach(Registration::close);

        assertThat(stream.getTracks()).isEmpty();
        assertThat(events).isEmpty();
        assertThat(track.isLive()).isTrue();
    }

    @Test
    @Rule("STR-5")
    void aCloneHasClonesOfAllTracksEndedOnesToo() {
        CameraTrack ended = studio.track();
        CameraTrack live = studio.track();
        ended.stop();
        MediaStream stream = streams.create(List.of(ended, live));

        MediaStream clone = stream.clone();
        studio.settle();

        assertThat(clone.id()).isNotEqualTo(stream.id());
        assertThat(clone.getTracks()).hasSize(2).doesNotContainAnyElementsOf(stream.getTracks());
        assertThat(clone.getTracks())
                .extracting(MediaStreamTrack::readyState)
                .containsExactly(ended.readyState(), live.readyState());
    }

    @Test
    @Rule("STR-6")
    void listsAreSnapshotsByKindAndATrackIsFoundByItsId() {
        CameraTrack video = studio.track();
        MicrophoneTrack audio = microphones.track();
        MediaStream stream = streams.create(List.of(video, audio));

        List<MediaStreamTrack> before = stream.getTracks();
        assertThat(stream.getVideoTracks()).containsExactly(video);
        assertThat(stream.getAudioTracks()).containsExactly(audio);
        assertThat(stream.getTrackById(video.id())).containsSame(video);
        stream.removeTrack(video);

        assertThat(before).hasSize(2);
        assertThat(stream.getTrackById(video.id())).isEmpty();
        assertThat(stream.getVideoTracks()).isEmpty();
    }

    @Test
    @Rule("STR-8")
    void anEventWithoutATrackIsRefused() {
        assertThatThrownBy(() -> new MediaStreamTrackEvent(MediaStreamTrackEvent.Type.ADD_TRACK, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("track");
    }

    @Test
    @Rule("TRK-7")
    void droppingAStreamStopsNothing() {
        CameraTrack track = studio.track();
        streams.create(List.of(track))
                .getTracks()
                .forEach(each -> assertThat(each).isSameAs(track));

        assertThat(camera.isOpen()).isTrue();
    }
}
