// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Prompter;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** Hidden and closed documents, and many calls at once. */
class DocumentLifeTest {
    private static final Map<String, ?> VIDEO = Map.of("video", true);

    private final DocumentRig rig = new DocumentRig();
    private final Document document = rig.document("app");

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    @Rule("GUM-4")
    void aHiddenDocumentWaitsUntilItIsShown() {
        FakeDevice door = rig.camera("door");
        document.setHidden(true);
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        Promise<MediaStream> impossible =
                document.getUserMedia(Map.of("video", Map.of("width", Map.of("exact", 5000))));
        rig.pass(3_600_000);
        assertThat(stream.isDone()).isFalse();
        assertThat(impossible.isDone()).as("failures wait too").isFalse();
        assertThat(door.sessions()).isEmpty();

        document.setHidden(false);
        rig.settle();
        Rig.value(stream);
        DocumentRig.failure(impossible, ErrorName.OVERCONSTRAINED);
    }

    @Test
    @Rule("GUM-4")
    void aDocumentThatIsShownForAMomentOnlyWaitsOn() {
        FakeDevice door = rig.camera("door");
        document.setHidden(true);
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        document.setHidden(false);
        document.setHidden(true);
        rig.settle();
        assertThat(stream.isDone()).isFalse();
        assertThat(door.sessions()).isEmpty();

        document.setHidden(false);
        rig.settle();
        Rig.value(stream);
    }

    @Test
    @Rule({"GUM-4", "GUM-1", "IDL-1"})
    void whatIsWrongAtOnceIsToldAlsoToAHiddenDocument() {
        document.setHidden(true);

        assertThat(Rig.failure(document.getUserMedia(Map.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Rig.failure(document.getUserMedia(Map.of("video", 1)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Rule("GUM-4")
    void tracksOfAHiddenDocumentGoOn() {
        rig.camera("door");
        MediaStreamTrack track = rig.video(document, true);
        document.setHidden(true);
        rig.pass(10_000);

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    @Rule({"GUM-2", "GUM-4"})
    void aHiddenDocumentThatIsClosedFailsWhatWaits() {
        rig.camera("door");
        document.setHidden(true);
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        Promise<MediaStream> impossible =
                document.getUserMedia(Map.of("video", Map.of("width", Map.of("exact", 5000))));
        rig.settle();
        document.close();
        rig.settle();

        DocumentRig.failure(stream, ErrorName.INVALID_STATE);
        DocumentRig.failure(impossible, ErrorName.INVALID_STATE);
    }

    @Test
    @Rule("TRK-9")
    void closingEndsAllTracksWithoutEvents() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        MediaStream stream = rig.stream(document, Map.of("video", true, "audio", true));
        MediaStreamTrack clone = stream.getVideoTracks().get(0).clone();
        List<MediaStreamTrack> tracks = new ArrayList<>(stream.getTracks());
        tracks.add(clone);
        List<TrackEvent> events = new ArrayList<>();
        tracks.forEach(track -> track.addEventListener(TrackEvent.Type.ENDED, events::add));
        MediaStreamTrack other = rig.video(rig.document("other"), true);

        document.close();
        document.close();
        assertThat(tracks).allMatch(track -> track.readyState() == MediaStreamTrackState.ENDED);
        rig.settle();

        assertThat(events).isEmpty();
        assertThat(stream.isActive()).isFalse();
        assertThat(other.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(door.session().isOpen()).as("the other document uses it").isTrue();
    }

    @Test
    @Rule("TRK-5")
    void whoseCamerasAreShutDownIsToldOnceAndGetsNoOther() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        MediaStream stream = rig.stream(document, Map.of("video", true, "audio", true));
        List<TrackEvent> events = new ArrayList<>();
        stream.getTracks().forEach(track -> track.addEventListener(TrackEvent.Type.ENDED, events::add));
        Promise<MediaStream> late = document.getUserMedia(VIDEO);

        document.shutDown("the core stops");
        rig.settle();

        assertThat(events).extracting(TrackEvent::track).containsExactlyInAnyOrderElementsOf(stream.getTracks());
        assertThat(events).extracting(TrackEvent::cause).containsOnly("the core stops");
        assertThat(stream.isActive()).isFalse();
        assertThat(door.session().isOpen()).isFalse();
        DocumentRig.failure(late, ErrorName.INVALID_STATE);
    }

    @Test
    void whoMadeADocumentIsToldThatItWasClosed() {
        List<Document> closed = new ArrayList<>();
        Document made = new Document(rig.surroundings, new TrackOwner("bundle", "made", event -> {}), closed::add);
        assertThat(made.origin()).isEqualTo("made");
        assertThat(closed).isEmpty();

        made.close();

        assertThat(closed).containsExactly(made);
    }

    @Test
    @Rule({"TRK-9", "GUM-2"})
    void aDocumentClosedWhileTheCameraIsOpenedGetsNoStream() {
        FakeDevice door = rig.camera("door");
        rig.microphone("desk");
        door.opening.shut();
        Promise<MediaStream> stream = document.getUserMedia(Map.of("video", true, "audio", true));
        rig.settle();
        document.close();
        rig.settle();
        door.opening.open();
        rig.settle();

        DocumentRig.failure(stream, ErrorName.INVALID_STATE);
        assertThat(door.session().isOpen()).isFalse();
    }

    @Test
    @Rule({"TRK-9", "GUM-2"})
    void aDocumentClosedWhileAPersonIsAskedOpensNothing() {
        FakeDevice door = rig.camera("door");
        Prompter person = rig.prompter();
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        document.close();
        rig.settle();
        DocumentRig.failure(stream, ErrorName.INVALID_STATE);

        person.grant(CAMERA);
        rig.settle();
        assertThat(door.sessions()).isEmpty();
    }

    @Test
    @Rule({"TRK-9", "GUM-2"})
    void aDocumentThatIsClosedWhileTheQuestionIsPutWaitsForNobody() {
        rig.camera("door");
        rig.prompter();
        for (int steps = 1; steps < 12; steps++) {
            Document closing = rig.document("closing");
            Promise<MediaStream> stream = closing.getUserMedia(VIDEO);
            for (int step = 0; step < steps; step++) {
                rig.scheduler.step();
            }
            closing.close();
            rig.settle();

            DocumentRig.failure(stream, ErrorName.INVALID_STATE);
        }
    }

    @Test
    @Rule({"TRK-9", "GUM-2"})
    void aDocumentThatIsClosedBeforeTheQuestionIsPutWaitsForNobody() {
        FakeDevice door = rig.camera("door");
        Prompter person = rig.prompter();
        rig.settle();
        person.onQuery = permission -> {
            person.onQuery = later -> {};
            document.close();
        };

        rig.failure(document, VIDEO, ErrorName.INVALID_STATE);
        assertThat(door.sessions()).isEmpty();
    }

    @Test
    @Rule({"TRK-9", "GUM-13"})
    void aClosedDocumentDoesNotTryTheNextCamera() {
        FakeDevice first = rig.camera("first");
        first.opening.shut();
        FakeDevice second = rig.camera("second");
        Promise<MediaStream> stream = document.getUserMedia(VIDEO);
        rig.settle();
        document.close();
        rig.pass(10_000);

        assertThat(stream.isDone()).isTrue();
        assertThat(second.sessions()).isEmpty();
    }

    @Test
    @Rule({"GUM-21", "TRK-7"})
    void aThousandCallsOfSixteenThreadsAllGetTheirStream() throws Exception {
        List<FakeDevice> devices =
                IntStream.range(0, 8).mapToObj(i -> rig.camera("cam" + i)).toList();

        List<Promise<MediaStream>> streams = thousandCalls(constraintsForEachCamera());
        rig.settle();

        assertThat(streams).hasSize(1_000).allMatch(Promise::isDone);
        assertThat(streams.stream().map(Rig::value).map(MediaStream::id)).doesNotHaveDuplicates();
        assertThat(document.owner().tracks()).hasSize(1_000);
        assertThat(devices)
                .as("each is opened once")
                .allMatch(device -> device.sessions().size() == 1);
        streams.forEach(stream -> Rig.value(stream).getTracks().forEach(MediaStreamTrack::stop));
        rig.settle();
        assertThat(devices).allMatch(device -> !device.session().isOpen());
    }

    @Test
    @Rule({"GUM-21", "RES-6", "GUM-8"})
    void aThousandCallsThatWaitForOneCameraAndCannotBeMetAllFail() throws Exception {
        FakeDevice door = rig.camera("door");
        MediaStreamTrack other = rig.video(
                rig.document("other"), Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));
        door.applying.shut();
        Promise<Void> zoomed = other.applyConstraints(
                Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none"), "zoom", 2));
        rig.settle();

        List<Promise<MediaStream>> streams =
                thousandCalls(List.of(Map.of("video", Map.of("width", Map.of("exact", 1280)))));
        rig.settle();
        assertThat(streams).hasSize(1_000).noneMatch(Promise::isDone);
        door.applying.open();
        rig.settle();

        Rig.value(zoomed);
        assertThat(streams).allMatch(Promise::isDone);
        streams.forEach(stream -> DocumentRig.failure(stream, ErrorName.OVERCONSTRAINED));
    }

    @Test
    @Rule({"GUM-21", "TRK-9", "GUM-2"})
    void aThousandCallsAllSettleWhenTheDocumentIsClosedMeanwhile() throws Exception {
        IntStream.range(0, 8).forEach(i -> rig.camera("cam" + i));

        List<Promise<MediaStream>> streams = thousandCalls(constraintsForEachCamera());
        IntStream.range(0, 1_500).forEach(step -> rig.scheduler.step());
        document.close();
        rig.settle();

        assertThat(streams).hasSize(1_000).allMatch(Promise::isDone);
        for (Promise<MediaStream> stream : streams) {
            if (stream.getFailure() == null) {
                assertThat(stream.getValue().isActive()).isFalse();
            } else {
                DocumentRig.failure(stream, ErrorName.INVALID_STATE);
            }
        }
    }

    private List<Map<String, ?>> constraintsForEachCamera() {
        rig.exposure = ExposurePolicy.PERMISSION;
        return rig.cameras(document).stream()
                .<Map<String, ?>>map(camera ->
                        Map.of("video", Map.of("deviceId", Map.of("exact", camera.deviceId()), "width", 320)))
                .toList();
    }

    private List<Promise<MediaStream>> thousandCalls(List<Map<String, ?>> constraints) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Promise<MediaStream>>> calls = IntStream.range(0, 1_000)
                    .mapToObj(call ->
                            threads.submit(() -> document.getUserMedia(constraints.get(call % constraints.size()))))
                    .toList();
            List<Promise<MediaStream>> streams = new ArrayList<>();
            for (Future<Promise<MediaStream>> call : calls) {
                streams.add(call.get());
            }
            return streams;
        } finally {
            threads.shutdownNow();
        }
    }
}
