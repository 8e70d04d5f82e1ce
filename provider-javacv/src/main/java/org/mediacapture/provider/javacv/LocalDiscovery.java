// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraUrl;
import org.mediacapture.provider.javacv.v4l2.ControlPanel;
import org.mediacapture.provider.javacv.v4l2.DeviceException;
import org.mediacapture.provider.javacv.v4l2.DeviceFile;
import org.mediacapture.provider.javacv.v4l2.DeviceFolder;
import org.mediacapture.provider.javacv.v4l2.DeviceNode;
import org.mediacapture.provider.javacv.v4l2.ModeList;
import org.mediacapture.provider.javacv.v4l2.NodeCapability;
import org.mediacapture.provider.javacv.v4l2.VideoNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes cameras of the video devices that come, and takes them away when they go. Each is opened for a moment, to learn whether it
 * is a camera and what it can do. Confined to the thread that watches the devices, but for {@link #close()}.
 */
final class LocalDiscovery implements DeviceFolder.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalDiscovery.class);

    private final DeviceFile.Opener files;
    private final BiFunction<CameraPlan, JavacvDevice, Runnable> add;
    private final Consumer<List<String>> troubles;
    private final Map<DeviceNode, Optional<Runnable>> seen = new HashMap<>(); // what takes it away; guarded by this
    private List<String> told = List.of();
    private boolean closed; // guarded by this

    /**
     * A discovery that has seen nothing.
     *
     * @param files opens device files
     * @param add adds a camera; the answer takes it away
     * @param troubles told which devices cannot be opened, and why, whenever that changes
     */
    LocalDiscovery(
            DeviceFile.Opener files,
            BiFunction<CameraPlan, JavacvDevice, Runnable> add,
            Consumer<List<String>> troubles) {
        this.files = files;
        this.add = add;
        this.troubles = troubles;
    }

    @Override
    public boolean devices(List<DeviceNode> there) {
        removeBut(there);
        List<String> refusals = new ArrayList<>();
        for (DeviceNode node : there) {
            if (isNew(node)) {
                examine(node).ifPresent(refusals::add);
            }
        }
        if (!refusals.equals(told)) {
            told = refusals;
            troubles.accept(refusals);
        }
        return refusals.isEmpty();
    }

    private void removeBut(List<DeviceNode> there) {
        Map<DeviceNode, Optional<Runnable>> gone;
        synchronized (this) {
            gone = new HashMap<>(seen);
            gone.keySet().removeAll(there);
            seen.keySet().removeAll(gone.keySet());
        }
        gone.forEach(LocalDiscovery::remove);
    }

    private static void remove(DeviceNode node, Optional<Runnable> camera) {
        camera.ifPresent(Runnable::run);
        camera.ifPresent(removed -> LOG.debug("The camera at {} is gone", node.path()));
    }

    private synchronized boolean isNew(DeviceNode node) {
        return !closed && !seen.containsKey(node);
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    /** Answers why the device cannot be opened. */
    private Optional<String> examine(DeviceNode node) {
        CameraUrl url = CameraUrl.parse("v4l2:" + node.path(), "", "");
        try (VideoNode opened = new VideoNode(files.open(url.location()))) {
            NodeCapability capability = opened.capability();
            Optional<JavacvDevice.Known> known =
                    capability.capturesVideo() ? known(opened, capability) : Optional.empty();
            add(
                    node,
                    known.filter(camera -> isOpen())
                            .map(camera -> added(CameraPlan.of(url, label(capability.card())), camera)));
            return Optional.empty();
        } catch (DeviceException e) {
            CameraException refusal = new DeviceErrors(url).of(e);
            LOG.debug("{}", refusal.getMessage());
            return refusal.reason() == CameraException.Reason.LOST
                    ? Optional.empty()
                    : Optional.of(refusal.getMessage());
        } catch (RuntimeException e) {
            // A driver that answers nonsense must not hide the cameras of others.
            LOG.warn("{} cannot be used", url.address(), e);
            add(node, Optional.empty());
            return Optional.empty();
        }
    }

    /** UVC cameras call themselves by the names of their product and of their function, which are often the same. */
    private static String label(String card) {
        String[] names = card.split(": ", 2);
        return names.length == 2 && names[0].equals(names[1]) ? names[0] : card;
    }

    private static Optional<JavacvDevice.Known> known(VideoNode opened, NodeCapability capability)
            throws DeviceException {
        ModeList modes = ModeList.of(opened);
        if (modes.modes().isEmpty()) {
            LOG.info("{} has none of the picture formats that are known here", capability.card());
            return Optional.empty();
        }
        return Optional.of(new JavacvDevice.Known(
                modes.modes(), ControlPanel.of(opened).capabilities(), Optional.of(capability.bus()), true));
    }

    private Runnable added(CameraPlan plan, JavacvDevice.Known known) {
        Runnable remove = add.apply(plan, new JavacvDevice(plan, known, interruption -> LocalInput.open(plan, files)));
        LOG.debug("Camera {} at {}", plan.label(), plan.url());
        return remove;
    }

    private void add(DeviceNode node, Optional<Runnable> camera) {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                seen.put(node, camera);
            }
        }
        if (late) {
            remove(node, camera);
        }
    }

    /** Takes all cameras away, also one that is just being added. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        removeBut(List.of());
    }
}
