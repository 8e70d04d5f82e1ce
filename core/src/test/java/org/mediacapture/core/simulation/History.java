// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mediacapture.core.inventory.Camera;
import org.osgi.util.promise.Promise;

/**
 * One history of the whole core, which its seed repeats: anything happens in any order; then all is well again and everything has
 * to settle, swaps have to be seamless, and nothing may be left.
 */
final class History {
    private static final int ACTS = 120;

    private final World world;
    private final Operator operator;
    private final Lots events;

    History(long seed) {
        world = new World(seed);
        operator = new Operator(world);
        events = new Lots(world.random)
                .add(12, () -> world.one(world.applications).act())
                .add(5, () -> world.one(world.cameras).befall())
                .add(3, operator::act)
                .add(8, () -> world.tick(false))
                .add(2, () -> world.rig.pass(world.random.nextInt(3_000)))
                .add(1, () -> world.rig.pass(world.random.nextInt(12_000)));
    }

    /** Plays it; a failure tells what happened. */
    void play() {
        try {
            begin();
            happen();
            if (world.random.nextInt(4) == 0) {
                stopInTheMiddle();
            } else {
                settle();
                new CalmSwaps(world, operator).play();
                end();
            }
            assertNothingIsLeft();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(failure.getMessage() + "\n" + world.story, failure);
        }
    }

    private void begin() {
        world.rig.microphone("desk");
        world.cameras.forEach(PlayedCamera::plug);
        world.cameras.forEach(PlayedCamera::plug);
        world.applications.forEach(Application::getUserMedia);
    }

    private void happen() {
        for (int act = world.random.nextInt(ACTS); act < ACTS; act++) {
            events.draw();
            world.someSteps();
            world.story.assertNothingWrong();
        }
    }

    /** Nothing is in the way any more: every promise settles, and every live track delivers. */
    private void settle() {
        world.story.tell("all is well");
        world.cameras.forEach(PlayedCamera::heal);
        world.applications.forEach(Application::show);
        world.goOn(Duration.ofSeconds(1));
        operator.checkRevoked();
        operator.permitAll();
        world.goOn(Duration.ofSeconds(40));
        world.answers.checkSettled("at rest");
        List<WatchedTrack> live = world.liveTracks();
        live.forEach(WatchedTrack::expectFrame);
        world.goOn(Duration.ofSeconds(2));
        live.forEach(WatchedTrack::checkDelivers);
        world.story.assertNothingWrong();
    }

    private void end() {
        worksAgain();
        if (world.random.nextBoolean()) {
            operator.stopCore();
        } else {
            world.applications.forEach(Application::close);
        }
    }

    /** Whatever happened, each application gets a camera. */
    private void worksAgain() {
        world.cameras.forEach(PlayedCamera::plug);
        for (Application application : world.applications) {
            Promise<?> stream = application.getUserMedia(Map.of("video", true));
            world.goOn(Duration.ofSeconds(10));
            world.story.check(stream.isDone() && Answers.succeeded(stream), "no camera when all is well");
        }
    }

    private void stopInTheMiddle() {
        operator.stopCore();
        world.applications.forEach(Application::act);
    }

    private void assertNothingIsLeft() {
        world.applications.forEach(Application::closeFrames);
        world.rig.settle();
        world.cameras.forEach(PlayedCamera::heal);
        world.rig.assertNothingIsLeft();
        world.answers.checkSettled("at the end");
        world.applications.forEach(Application::checkTracksEnded);
        world.cameras.forEach(PlayedCamera::checkNothingAbandoned);
        world.rig.cameras.cameras().stream()
                .filter(camera -> camera.offers().isEmpty())
                .map(Camera::name)
                .forEach(name -> world.story.wrong(name + " is known though nobody offers it"));
        world.story.check(world.rig.scheduler.isIdle(), "a timer is left");
        world.story.assertNothingWrong();
    }
}
