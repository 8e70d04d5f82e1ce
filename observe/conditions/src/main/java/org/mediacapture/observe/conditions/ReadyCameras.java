// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.conditions;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/** The conditions that are registered, by camera. Confined to one thread at a time: that which looks. */
final class ReadyCameras {
    private final Function<Dictionary<String, Object>, ServiceRegistration<Condition>> registry;
    private final Map<String, Registered> registered = new HashMap<>(); // by short name

    private record Registered(ReadyCamera camera, ServiceRegistration<Condition> condition) {}

    /**
     * Begins without conditions.
     *
     * @param registry registers a condition with properties
     */
    ReadyCameras(Function<Dictionary<String, Object>, ServiceRegistration<Condition>> registry) {
        this.registry = registry;
    }

    /** Registers a condition for each camera that is ready, and takes away those of all others. */
    void show(List<CameraStatus> cameras) {
        List<CameraStatus> ready = cameras.stream().filter(this::isReady).toList();
        retain(ready.stream().map(CameraStatus::name).collect(Collectors.toSet()));
        ready.forEach(this::show);
    }

    /** One that is in use and has no provider is carried over to another, which is no end to those who use it. */
    private boolean isReady(CameraStatus camera) {
        return canBeOpened(camera) || camera.state() != CameraState.IDLE && registered.containsKey(camera.name());
    }

    private static boolean canBeOpened(CameraStatus camera) {
        return camera.state() != CameraState.LOST
                && !ReadyCamera.of(camera).providers().isEmpty();
    }

    private void retain(Set<String> names) {
        List<String> gone = registered.keySet().stream()
                .filter(name -> !names.contains(name))
                .toList();
        gone.forEach(name -> unregister(registered.remove(name).condition()));
    }

    private void show(CameraStatus camera) {
        Registered known = registered.get(camera.name());
        ReadyCamera now = ReadyCamera.of(camera);
        if (known == null) {
            registered.put(camera.name(), new Registered(now, registry.apply(now.properties())));
        } else if (canBeOpened(camera) && !known.camera().equals(now)) {
            known.condition().setProperties(now.properties());
            registered.put(camera.name(), new Registered(now, known.condition()));
        }
    }

    private static void unregister(ServiceRegistration<Condition> condition) {
        try {
            condition.unregister();
        } catch (IllegalStateException gone) {
            // the framework was faster: it takes the services of a bundle that stops
        }
    }
}
