// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.Seeds;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/**
 * Random calls, faults and losses of one camera in a random order that a seed repeats: whatever happens, everything settles. The
 * whole core is played by {@code CoreSimulationTest}; this one's histories are easier to read.
 */
class CameraSourceSimulationTest {
    private static final int STEPS = 60;

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void everyPromiseSettlesAndNothingIsLeft(Seeds seeds) {
        seeds.play(seed -> new Run(seed).play());
    }

    static List<Seeds> seeds() {
        return Seeds.usual(500, 330, 2008, 3011);
    }

    /** One life of a camera. */
    private static final class Run {
        private final Random random;
        private final Rig rig;
        private final List<FakeDevice> plugged = new ArrayList<>();
        private final List<Asked> asked = new ArrayList<>();
        private final List<Promise<FakeTrack>> attached = new ArrayList<>();
        private final List<FakeDevice> devices = new ArrayList<>();

        private Run(long seed) {
            random = new Random(seed);
            rig = new Rig(VirtualScheduler.shuffled(seed));
        }

        private void play() {
            plug();
            for (int step = 0; step < STEPS; step++) {
                act();
                for (int some = random.nextInt(8); some > 0; some--) {
                    rig.scheduler.step();
                }
            }
            devices.forEach(Run::heal);
            plugged.stream()
                    .filter(device -> !device.sessions().isEmpty())
                    .forEach(device -> device.session().deliver(Jpegs.WHOLE));
            rig.scheduler.advance(Duration.ofSeconds(60));
            assertThat(asked)
                    .filteredOn(call -> !call.answer().isDone())
                    .as("not answered; %s", rig.source.view())
                    .isEmpty();
            tracks().forEach(rig.source::detach);
            rig.assertNothingIsLeft();
            tracks().forEach(Run::assertLived);
            plug();
            FakeTrack again = rig.track(Map.of());
            rig.source.detach(again);
            rig.assertNothingIsLeft();
        }

        /** Frames in order and once; mute and unmute in turns; ended at most once, and nothing after it (HS-3 to HS-6). */
        private static void assertLived(FakeTrack track) {
            assertThat(track.sequences()).isSorted().doesNotHaveDuplicates();
            assertThat(track.timestamps()).isSorted().doesNotHaveDuplicates();
            List<String> events = track.events().stream()
                    .filter(event -> !event.equals("configurationchange"))
                    .toList();
            for (int later = 1; later < events.size(); later++) {
                assertThat(events.get(later)).isNotEqualTo(events.get(later - 1));
            }
            assertThat(events.stream().limit(Math.max(events.size() - 1, 0))).doesNotContain("ended");
        }

        private void act() {
            switch (random.nextInt(17)) {
                case 0, 1 -> attach();
                case 2 -> tracks().stream().findAny().ifPresent(rig.source::detach);
                case 3 ->
                    tracks().stream()
                            .findFirst()
                            .ifPresent(track -> ask(
                                    "apply",
                                    rig.source.reconfigure(
                                            track,
                                            MediaTrackConstraints.fromMap(Map.of("width", random.nextInt(2000))))));
                case 4 ->
                    tracks().stream()
                            .findFirst()
                            .ifPresent(track -> ask("photo", rig.photo(track, PhotoSettings.none())));
                case 5 ->
                    tracks().stream()
                            .findFirst()
                            .ifPresent(track -> ask("large photo", rig.photo(track, PhotoSettings.ofSize(1280, 720))));
                case 6 -> plug();
                case 7 -> unplug();
                case 8 -> devices.forEach(Run::heal);
                case 9 -> spoil(devices.get(random.nextInt(devices.size())));
                case 10 -> rig.scheduler.advance(Duration.ofMillis(random.nextInt(3000)));
                case 11 ->
                    devices.stream()
                            .filter(device -> !device.sessions().isEmpty())
                            .findFirst()
                            .ifPresent(device -> device.session().end(EndCause.values()[random.nextInt(5)]));
                case 12, 13 -> ask("swap", rig.source.swap("fake" + (1 + random.nextInt(devices.size()))));
                case 14 ->
                    tracks().stream().findFirst().ifPresent(track -> {
                        track.setEnabled(random.nextBoolean());
                        rig.source.enabledChanged();
                    });
                default ->
                    devices.stream()
                            .filter(device -> !device.sessions().isEmpty())
                            .forEach(device ->
                                    device.session().deliver(random.nextBoolean() ? Jpegs.WHOLE : Jpegs.HALF));
            }
        }

        private void attach() {
            Promise<FakeTrack> track = rig.attach(random.nextBoolean() ? Map.of() : Map.of("width", 1280));
            ask("attach", track);
            attached.add(track);
        }

        private void plug() {
            FakeDevice device = rig.plug();
            device.exclusive = random.nextInt(3) == 0;
            device.firstTime = random.nextInt(100_000);
            devices.add(device);
            plugged.add(device);
        }

        private void unplug() {
            if (!plugged.isEmpty()) {
                ask("unplug", rig.unplug(plugged.remove(0)));
            }
        }

        private void spoil(FakeDevice device) {
            switch (random.nextInt(6)) {
                case 0 -> device.opening.shut();
                case 1 -> device.starting.shutForGood();
                case 2 -> device.applying.shut();
                case 3 -> device.closing.shutForGood();
                case 4 -> device.eager = true;
                default ->
                    device.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: busy"));
            }
        }

        private static void heal(FakeDevice device) {
            device.opening.open();
            device.starting.open();
            device.applying.open();
            device.closing.open();
            device.openFailure = Optional.empty();
        }

        private void ask(String what, Promise<?> answer) {
            asked.add(new Asked(asked.size() + " " + what, answer));
        }

        private List<FakeTrack> tracks() {
            return attached.stream()
                    .filter(Promise::isDone)
                    .filter(Run::succeeded)
                    .map(Rig::value)
                    .toList();
        }

        private static boolean succeeded(Promise<?> promise) {
            try {
                return promise.getFailure() == null;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private record Asked(String what, Promise<?> answer) {}
}
