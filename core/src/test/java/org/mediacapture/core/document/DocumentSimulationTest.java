// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Seeds;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.provider.CameraException;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.util.promise.Promise;

/** Documents, cameras, rules and calls in any interleaving; a seed that fails is played again by running it. */
class DocumentSimulationTest {
    private static final List<Map<String, ?>> REQUESTS = List.of(
            Map.of("video", true),
            Map.of("audio", true),
            Map.of("video", Map.of("width", 320, "zoom", 2), "audio", true),
            Map.of("video", Map.of("width", Map.of("exact", 1280))),
            Map.of("video", Map.of("width", Map.of("exact", 9_000))));

    @ParameterizedTest
    @MethodSource("seeds")
    @Rule({"GUM-21", "GUM-19", "TRK-9", "TRK-12"})
    void everyCallSettlesAndNothingIsLeftWhateverHappensMeanwhile(Seeds seeds) {
        seeds.play(seed -> new Play(seed).run());
    }

    static List<Seeds> seeds() {
        return Seeds.usual(90);
    }

    /** One interleaving. */
    private static final class Play {
        private final Random random;
        private final DocumentRig rig;
        private final List<Document> documents = new ArrayList<>();
        private final List<FakeDevice> plugged = new ArrayList<>();
        private final List<Promise<MediaStream>> streams = new ArrayList<>();
        private final List<Promise<List<MediaDeviceInfo>>> lists = new ArrayList<>();

        Play(long seed) {
            this.random = new Random(seed);
            this.rig = new DocumentRig(VirtualScheduler.shuffled(seed));
        }

        void run() {
            rig.microphone("desk");
            for (int i = 0; i < 3; i++) {
                documents.add(rig.document("app" + i % 2));
                plug();
            }
            for (int action = 0; action < 60; action++) {
                act();
                int steps = random.nextInt(12);
                for (int step = 0; step < steps; step++) {
                    rig.scheduler.step();
                }
            }
            documents.forEach(document -> document.setHidden(false));
            rig.pass(120_000);
            assertThat(streams).allSatisfy(this::settled);
            assertThat(lists).allSatisfy(list -> assertThat(list.isDone()).isTrue());
            rig.assertNothingIsLeft();
            assertThat(streams).allSatisfy(Play::ended);
        }

        private void act() {
            Document document = documents.get(random.nextInt(documents.size()));
            switch (random.nextInt(12)) {
                case 0 -> document.setHidden(random.nextBoolean());
                case 1 -> lists.add(document.enumerateDevices());
                case 2 -> plug();
                case 3 -> unplug();
                case 4 -> permissions("*=" + (random.nextBoolean() ? "denied" : "granted"), "");
                case 5 -> permissions("", "*=" + (random.nextBoolean() ? "denied" : "granted"));
                case 6 -> fault();
                case 7 -> rig.pass(random.nextInt(300));
                case 8 -> {
                    document.close();
                    documents.set(documents.indexOf(document), rig.document(document.origin()));
                }
                default -> streams.add(document.getUserMedia(REQUESTS.get(random.nextInt(REQUESTS.size()))));
            }
        }

        private void permissions(String camera, String panTiltZoom) {
            rig.rules(camera, "", panTiltZoom);
        }

        private void plug() {
            FakeDevice device = rig.camera("cam" + random.nextInt(4) + plugged.size());
            plugged.add(device);
        }

        private void unplug() {
            if (plugged.size() > 1) {
                rig.unplug(plugged.remove(random.nextInt(plugged.size())));
            }
        }

        private void fault() {
            FakeDevice device = plugged.get(random.nextInt(plugged.size()));
            device.openFailure = Optional.of(device)
                    .filter(healthy -> healthy.openFailure.isEmpty())
                    .map(broken -> new CameraException(CameraException.Reason.BUSY, "fake: busy"));
        }

        private void settled(Promise<MediaStream> stream) throws InterruptedException {
            assertThat(stream.isDone()).as("settled").isTrue();
            if (stream.getFailure() != null) {
                assertThat(stream.getFailure()).isInstanceOf(MediaException.class);
            }
        }

        private static void ended(Promise<MediaStream> stream) throws Exception {
            if (stream.getFailure() == null) {
                assertThat(stream.getValue().getTracks())
                        .extracting(MediaStreamTrack::readyState)
                        .containsOnly(MediaStreamTrackState.ENDED);
            }
        }
    }
}
