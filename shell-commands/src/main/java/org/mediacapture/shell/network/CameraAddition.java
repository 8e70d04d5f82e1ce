// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.camera.CameraChanges;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.output.Line;
import org.osgi.service.cm.Configuration;

/** Adds network and file cameras, and waits until a provider brings them. Thread-safe. */
public final class CameraAddition {
    private final NetworkCameras configured;
    private final CameraAdmin admin;
    private final CameraChanges changes;
    private final Function<String, Set<String>> providers;
    private final Waits waits;

    /**
     * Makes the addition.
     *
     * @param configured the configurations
     * @param admin tells of the cameras
     * @param providers the names of those that are there for a scheme
     * @param waits how long to wait for a provider
     */
    public CameraAddition(
            NetworkCameras configured, CameraAdmin admin, Function<String, Set<String>> providers, Waits waits) {
        this.configured = configured;
        this.admin = admin;
        this.providers = providers;
        this.changes = new CameraChanges(admin);
        this.waits = waits;
    }

    /**
     * Adds a camera. One that is there with the same URL and settings is no error.
     *
     * @param request what was asked for
     * @return name, label, address and providers
     * @throws IOException if the configuration cannot be stored
     * @throws IllegalArgumentException if the name is taken
     * @throws MediaException with NotFoundError if no provider brings the camera; nothing is then added
     * @throws InterruptedException if the command was interrupted; nothing is then added
     */
    public Line add(NetworkCameraRequest request) throws IOException, InterruptedException {
        Optional<Configuration> existing =
                request.name().map(configured::named).orElseGet(() -> configured.same(request));
        if (existing.isPresent()) {
            requireSame(existing.get(), request);
            return line(arrived(NetworkCameras.text(existing.get(), NetworkCameraRequest.NAME), request));
        }
        String name = request.nameOr(this::free);
        requireFree(name);
        return create(name, request);
    }

    private Line create(String name, NetworkCameraRequest request) throws IOException, InterruptedException {
        Configuration camera = configured.create(name, request);
        boolean kept = false;
        try {
            Line line = line(arrived(name, request));
            kept = true;
            return line;
        } finally {
            if (!kept) {
                camera.delete();
            }
        }
    }

    private CameraStatus arrived(String name, NetworkCameraRequest request) throws InterruptedException {
        CameraStatus first = changes.awaitNamed(name, waits.registration())
                .orElseThrow(() -> new MediaException(
                        ErrorName.NOT_FOUND,
                        name + ": no provider offers " + request.url().shown() + " within "
                                + waits.registration().toSeconds() + " s; camera:providers lists which are there"));
        // The next command is to use the best provider, not the one that was first by a millisecond.
        Set<String> expected = expected(request);
        return changes.await(cameras -> complete(cameras, name, expected), waits.further())
                .or(() -> CameraChanges.named(admin.cameras(), name))
                .orElse(first);
    }

    private Set<String> expected(NetworkCameraRequest request) {
        Set<String> expected = new HashSet<>(providers.apply(request.url().scheme()));
        request.providers().ifPresent(expected::retainAll);
        return expected;
    }

    /** A camera that all bring who can; of one that is in trouble nothing is expected. */
    private Optional<CameraStatus> complete(List<CameraStatus> cameras, String name, Set<String> expected) {
        Set<String> missing = new HashSet<>(expected);
        admin.troubles().forEach(trouble -> missing.remove(trouble.provider()));
        Optional<CameraStatus> camera = CameraChanges.named(cameras, name);
        camera.ifPresent(found -> found.providers().forEach(offer -> missing.remove(offer.provider())));
        return camera.filter(found -> missing.isEmpty());
    }

    private void requireSame(Configuration existing, NetworkCameraRequest request) {
        List<String> differences = configured.differences(existing, request);
        if (!differences.isEmpty()) {
            String name = NetworkCameras.text(existing, NetworkCameraRequest.NAME);
            throw new IllegalArgumentException("name: \"" + name + "\" is there with another "
                    + String.join(" and ", differences) + "; camera:remove " + name + " first, or take another name");
        }
    }

    private void requireFree(String name) {
        CameraChanges.named(admin.cameras(), name).ifPresent(camera -> {
            throw new IllegalArgumentException(
                    "name: \"" + name + "\" is the camera " + camera.label() + "; take another name");
        });
    }

    private String free(String wished) {
        String name = wished;
        for (int number = 2; isTaken(name); number++) {
            name = wished + "-" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return configured.isConfigured(name)
                || CameraChanges.named(admin.cameras(), name).isPresent();
    }

    private static Line line(CameraStatus camera) {
        List<String> providers =
                camera.providers().stream().map(ProviderStatus::provider).toList();
        return new Line(camera.name() + "  " + camera.label() + "  " + camera.address() + "  ("
                + String.join(", ", providers) + ")");
    }
}
