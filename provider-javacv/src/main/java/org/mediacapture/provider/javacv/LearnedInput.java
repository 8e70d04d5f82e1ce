// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.List;
import java.util.Optional;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.VideoMode;

/**
 * A camera that tells its one mode by its stream, as network cameras and files do. The stream that was opened to learn it waits for
 * the first start.
 */
final class LearnedInput implements CameraInput {
    private final CameraPlan plan;
    private final FrameSources sources;
    private Optional<FrameSource> waiting; // guarded by this
    private volatile List<VideoMode> modes;

    private LearnedInput(CameraPlan plan, FrameSources sources, FrameSource first) {
        this.plan = plan;
        this.sources = sources;
        this.waiting = Optional.of(first);
        this.modes = List.of(first.mode());
    }

    /** Opens a camera, as {@link CameraInput.Opener} says. */
    static LearnedInput open(CameraPlan plan, FrameSources sources, Interruption interruption) throws CameraException {
        return new LearnedInput(plan, sources, sources.open(plan, interruption));
    }

    @Override
    public List<VideoMode> modes() {
        return modes;
    }

    @Override
    public FrameSource open(VideoMode mode, Interruption interruption) throws CameraException {
        Optional<FrameSource> first = takeWaiting();
        if (first.isPresent()) {
            return first.get();
        }
        FrameSource again = sources.open(plan, interruption);
        modes = List.of(again.mode());
        return again;
    }

    private synchronized Optional<FrameSource> takeWaiting() {
        Optional<FrameSource> taken = waiting;
        waiting = Optional.empty();
        return taken;
    }

    @Override
    public void close() {
        takeWaiting().ifPresent(FrameSource::close);
    }
}
