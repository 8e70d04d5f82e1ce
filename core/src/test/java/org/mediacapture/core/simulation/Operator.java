// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mediacapture.core.inventory.ProviderPreference;
import org.mediacapture.core.permission.PermissionRules;
import org.mediacapture.core.permission.PermissionSettings;
import org.osgi.util.promise.Promise;

/** Who swaps, configures and stops things while applications capture. Confined to the test's thread. */
final class Operator {
    private static final List<String> STATES = List.of("granted", "granted", "granted", "prompt", "denied");

    private final World world;
    private final Lots deeds;
    private Optional<String> denied = Optional.empty(); // the origin that may not use cameras

    Operator(World world) {
        this.world = world;
        this.deeds = new Lots(world.random)
                .add(12, () -> swap(world.one(world.cameras), world.one(PlayedCamera.PROVIDERS)))
                .add(2, this::prefer)
                .add(4, this::permit)
                .add(2, () -> stopBundle(world.one(PlayedCamera.PROVIDERS)));
    }

    /** Does something. */
    void act() {
        deeds.draw();
    }

    /** Brings a camera to a provider; answers null if the core does not know the camera. */
    Promise<Void> swap(PlayedCamera camera, String provider) {
        return camera.known()
                .map(known -> {
                    String what = "swap of " + camera + " to " + provider;
                    Promise<Void> swapped =
                            world.answers.expect(what, known.source().swap(provider));
                    world.answers.inTurn(known.source(), what, swapped, () -> true, true);
                    return swapped;
                })
                .orElse(null);
    }

    private void prefer() {
        List<String> order = new ArrayList<>(PlayedCamera.PROVIDERS);
        Collections.shuffle(order, world.random);
        world.story.tell("preferred: " + order);
        world.rig.preference = new ProviderPreference(order);
        world.rig.cameras.preferenceChanged();
    }

    /** Each origin has rules of its own. */
    private void permit() {
        String origin = world.one(world.applications).origin();
        String state = world.one(STATES);
        denied = Optional.of(origin).filter(any -> state.equals("denied"));
        rules(new String[] {origin + "=" + state}, rule());
    }

    /** Who may not use cameras has none, as soon as what is queued has been done (TRK-12). */
    void checkRevoked() {
        world.applications.stream()
                .filter(application -> denied.equals(Optional.of(application.origin())))
                .flatMap(application -> application.liveOfCameras().stream())
                .forEach(track -> world.story.wrong(track + " is live though it is forbidden"));
    }

    /** Everything is permitted. */
    void permitAll() {
        rules(new String[0], new String[0]);
    }

    private String[] rule() {
        return new String[] {world.one(world.applications).origin() + "=" + world.one(STATES)};
    }

    private void rules(String[] camera, String[] panTiltZoom) {
        world.story.tell("rules: " + List.of(camera) + " " + List.of(panTiltZoom));
        world.rig.permissions.settings(PermissionSettings.of(
                new PermissionRules(camera, new String[0], panTiltZoom, new String[0]), "optional", 10_000));
    }

    /** All cameras of a provider go, in parallel at first (HS-2). */
    private void stopBundle(String provider) {
        world.story.tell(provider + " stops");
        world.rig.cameras.closeFor(offer -> offer.description().provider().equals(provider));
        world.cameras.forEach(camera -> camera.unplug(provider));
    }

    /** The core stops, whatever is under way. */
    void stopCore() {
        world.story.tell("the core stops");
        world.rig.stop();
        world.cameras.forEach(PlayedCamera::forgotten);
    }
}
