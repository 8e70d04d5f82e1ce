// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.provider.javacv.v4l2.ControlPanel;
import org.mediacapture.provider.javacv.v4l2.DeviceException;
import org.mediacapture.provider.javacv.v4l2.DeviceFile;
import org.mediacapture.provider.javacv.v4l2.ModeList;
import org.mediacapture.provider.javacv.v4l2.VideoNode;

/**
 * A camera at this computer: its controls by one open file, its stream by another, so that it can be steered whether it streams or
 * not.
 */
final class LocalInput implements CameraInput {
    private final CameraPlan plan;
    private final DeviceFile.Opener files;
    private final VideoNode node;
    private final ModeList modes;
    private final ControlPanel panel;
    private final MediaTrackCapabilities controls;

    private LocalInput(CameraPlan plan, DeviceFile.Opener files, VideoNode node) throws DeviceException {
        this.plan = plan;
        this.files = files;
        this.node = node;
        modes = ModeList.of(node);
        panel = ControlPanel.of(node);
        controls = panel.capabilities();
    }

    /** Opens a camera, as {@link CameraInput.Opener} says. */
    static LocalInput open(CameraPlan plan, DeviceFile.Opener files) throws CameraException {
        DeviceErrors errors = new DeviceErrors(plan.url());
        try {
            VideoNode node = new VideoNode(files.open(plan.url().location()));
            try {
                if (!node.capability().capturesVideo()) {
                    throw new CameraException(Reason.FAILED, plan.url().address() + ": is no camera");
                }
                node.requireFree(); // else it would be found out when the stream starts
                LocalInput input = new LocalInput(plan, files, node);
                if (input.modes().isEmpty()) {
                    throw new CameraException(
                            Reason.FAILED,
                            plan.url().address() + ": has none of the picture formats that are known here");
                }
                return input;
            } catch (CameraException | DeviceException | RuntimeException e) {
                node.close();
                throw e;
            }
        } catch (DeviceException e) {
            throw errors.of(e);
        }
    }

    @Override
    public List<VideoMode> modes() {
        return modes.modes();
    }

    /** The largest, and of several the fastest. */
    @Override
    public Optional<VideoMode> photoMode() {
        return modes().stream()
                .max(Comparator.comparingLong((VideoMode mode) -> (long) mode.width() * mode.height())
                        .thenComparingDouble(VideoMode::frameRate));
    }

    @Override
    public MediaTrackCapabilities controls() {
        return controls;
    }

    @Override
    public MediaTrackSettings settings() throws CameraException {
        try {
            return panel.settings();
        } catch (DeviceException e) {
            throw new DeviceErrors(plan.url()).of(e);
        }
    }

    @Override
    public MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        try {
            panel.apply(wanted);
            return panel.settings();
        } catch (DeviceException e) {
            throw new DeviceErrors(plan.url()).of(e);
        }
    }

    @Override
    public FrameSource open(VideoMode mode, Interruption interruption) throws CameraException {
        return LocalSource.open(plan, files, modes.of(mode).orElseThrow(), interruption);
    }

    @Override
    public void close() {
        node.close();
    }
}
