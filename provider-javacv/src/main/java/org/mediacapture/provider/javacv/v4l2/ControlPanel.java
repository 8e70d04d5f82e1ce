// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controls of an open camera as properties of the API. What the device clamps or refuses is no failure: it comes back as it is
 * (PX-26). Confined to the camera's control queue.
 */
public final class ControlPanel {
    private static final Logger LOG = LoggerFactory.getLogger(ControlPanel.class);

    private final VideoNode node;
    private final Map<ConstrainableProperty<?>, MappedControl<?>> controls = new LinkedHashMap<>(); // modes first
    private final Map<ConstrainableProperty<?>, Object> latest = new HashMap<>();

    private ControlPanel(VideoNode node) {
        this.node = node;
    }

    /**
     * Finds the controls of a camera. A control that does not tell its value is left out, as cheap cameras have some.
     *
     * @throws DeviceException if the camera does not answer
     */
    public static ControlPanel of(VideoNode node) throws DeviceException {
        ControlPanel panel = new ControlPanel(node);
        Map<Integer, DeviceControl> device = new LinkedHashMap<>();
        node.controls().forEach(control -> device.put(control.id(), control));
        List<MappedControl<?>> mapped = new ArrayList<>(ControlTable.map(device));
        mapped.addAll(VendorControls.map(ControlTable.others(device)));
        for (MappedControl<?> control : mapped) {
            if (panel.isReadable(control)) {
                panel.controls.put(control.property(), control);
            }
        }
        return panel;
    }

    private boolean isReadable(MappedControl<?> control) throws DeviceException {
        try {
            return refresh(control);
        } catch (DeviceException e) {
            if (e.isGone()) {
                throw e;
            }
            LOG.debug("{} cannot be read: {}", control.names(), e.getMessage());
            return false;
        }
    }

    /**
     * What can be steered.
     *
     * @return the properties with their ranges and choices
     */
    public MediaTrackCapabilities capabilities() {
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        controls.values().forEach(control -> capabilities.with(control.property(), control.capability()));
        return capabilities.build();
    }

    /**
     * Reads all controls.
     *
     * @return a value for each property
     * @throws DeviceException if the camera is gone
     */
    public MediaTrackSettings settings() throws DeviceException {
        MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
        for (MappedControl<?> control : controls.values()) {
            attempt(control.names(), () -> refresh(control));
            settings.convert(control.property(), latest.get(control.property()));
        }
        return settings.build();
    }

    private boolean refresh(MappedControl<?> control) throws DeviceException {
        Optional<?> value = control.read(node);
        value.ifPresent(told -> latest.put(control.property(), told));
        return value.isPresent();
    }

    /**
     * Sets controls, modes before values.
     *
     * @param wanted values by property; those of properties that the camera does not have are passed over
     * @throws DeviceException if the camera is gone
     */
    public void apply(MediaTrackSettings wanted) throws DeviceException {
        for (MappedControl<?> control : controls.values()) {
            apply(control, wanted);
        }
    }

    private <T> void apply(MappedControl<T> control, MediaTrackSettings wanted) throws DeviceException {
        Optional<T> value = wanted.get(control.property());
        Capability capability = control.capability();
        if (value.isPresent() && (value.get() instanceof Number || capability.admits(value.get()))) {
            attempt(control.names() + " = " + value.get(), () -> control.write(node, value.get()));
        }
    }

    private void attempt(String what, Access access) throws DeviceException {
        try {
            access.run();
        } catch (DeviceException e) {
            if (e.isGone()) {
                throw e;
            }
            LOG.debug("{}: the device refuses: {}", what, e.getMessage());
        }
    }

    private interface Access {
        void run() throws DeviceException;
    }
}
