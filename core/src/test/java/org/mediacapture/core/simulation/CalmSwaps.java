// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.admin.CameraState;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.source.Offer;
import org.osgi.util.promise.Promise;

/**
 * Swaps while nothing fails: a camera that can be opened twice is brought over without a mute, any other with one mute and one
 * unmute (HS-6), whatever applications ask meanwhile.
 */
final class CalmSwaps {
    private static final int SWAPS = 3;
    private static final int MOST_TICKS = 1_000;
    private static final Duration FRAME = Duration.ofMillis(33);

    private final World world;
    private final Operator operator;

    CalmSwaps(World world, Operator operator) {
        this.world = world;
        this.operator = operator;
    }

    /** Brings cameras that deliver to another of their providers. */
    void play() {
        for (PlayedCamera camera : world.cameras) {
            camera.plug();
            for (int swap = 0; swap < SWAPS; swap++) {
                camera.known()
                        .filter(known -> known.source().view().state() == CameraState.STREAMING)
                        .ifPresent(known -> play(camera, known));
            }
        }
    }

    private void play(PlayedCamera camera, Camera known) {
        String from = known.source().view().inUse().orElseThrow().description().provider();
        String to = world.one(camera.providers());
        List<WatchedTrack> tracks = world.liveTracks().stream()
                .filter(track -> track.source() == known.source())
                .toList();
        Map<WatchedTrack, Integer> before = new IdentityHashMap<>();
        tracks.forEach(track -> before.put(track, track.events().size()));
        Promise<Void> swap = operator.swap(camera, to);
        boolean seamless = from.equals(to) || camera.isShared(from) && camera.isShared(to);
        awaitSettled(swap);
        checkOutcome(swap, camera, known, to, tracks.stream().anyMatch(WatchedTrack::isLive));
        for (WatchedTrack track : tracks) {
            List<String> events = track.events().stream()
                    .skip(before.get(track))
                    .filter(event -> !event.equals("configurationchange"))
                    .toList();
            world.story.check(
                    isAsItShould(seamless, track, events),
                    track + " was told " + events + " by a swap " + (seamless ? "without" : "with") + " a break");
        }
        world.story.assertNothingWrong();
    }

    private void awaitSettled(Promise<Void> swap) {
        for (int tick = 0; tick < MOST_TICKS && !swap.isDone(); tick++) {
            world.cameras.forEach(camera -> camera.deliver(true));
            world.someSteps();
            if (world.random.nextInt(3) == 0) {
                world.one(world.applications).actHarmlessly();
            }
            world.rig.scheduler.advance(FRAME);
        }
        world.goOn(Duration.ofSeconds(1)); // the first frame unmutes
        world.story.check(swap.isDone(), "a swap never ends though nothing fails");
    }

    /** Only what tracks require may stand against it, or that none is left. */
    private void checkOutcome(Promise<Void> swap, PlayedCamera camera, Camera known, String to, boolean used) {
        if (!swap.isDone()) {
            return;
        }
        Optional<Offer> inUse = known.source().view().inUse();
        boolean there =
                inUse.filter(offer -> offer.description().provider().equals(to)).isPresent();
        world.story.check(
                there || !used || !Answers.succeeded(swap) && !camera.hasAllModes(to),
                "a swap to " + to + " came to " + Answers.failure(swap) + " and " + inUse);
    }

    private static boolean isAsItShould(boolean seamless, WatchedTrack track, List<String> events) {
        if (seamless) {
            return events.isEmpty();
        }
        return !track.isLive() || events.equals(List.of("mute", "unmute"));
    }
}
