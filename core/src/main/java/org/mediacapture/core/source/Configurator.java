// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Configures an open camera for what its tracks ask, or only notes it while the camera is released. Confined to the strand. */
final class Configurator {
    private final String name;
    private final SourceStatus status;
    private final SessionSlot slot;
    private final CameraStream stream;
    private final SourceTracks tracks;
    private final Supplier<Deadlines> deadlines;

    Configurator(
            String name,
            SourceStatus status,
            SessionSlot slot,
            CameraStream stream,
            SourceTracks tracks,
            Supplier<Deadlines> deadlines) {
        this.name = name;
        this.status = status;
        this.slot = slot;
        this.stream = stream;
        this.tracks = tracks;
        this.deadlines = deadlines;
    }

    /** Configures the camera for a track that is new. */
    Promise<Output> add(MediaTrackConstraints constraints, Perspective perspective) {
        return apply(
                Arrangement.of(status.view(), perspective, Optional.empty(), constraints, tracks.all()), output -> {});
    }

    /** Configures the camera for new constraints of a track, which become its constraints (AC-3 to AC-5). */
    Promise<Output> change(SourceTrack track, MediaTrackConstraints constraints) {
        return apply(
                Arrangement.of(
                        status.view(),
                        track.perspective(),
                        Optional.of(track.output()),
                        constraints,
                        tracks.others(track)),
                output -> track.configured(constraints, output));
    }

    /** Gives each track what it gets of a mode into which the camera went by itself. */
    void adapt(VideoMode mode) {
        Arrangement.shares(mode, tracks.all()).forEach(Arrangement.Share::hand);
    }

    /** Reads the controls, so that what automatic modes chose is told. */
    Promise<MediaTrackSettings> read() {
        if (status.view().state() == CameraState.RELEASED) {
            return ProviderCall.INLINE.resolved(status.view().values());
        }
        List<SeenTrack> seen = SeenTrack.of(tracks.all(), status.view());
        return slot.streaming()
                .call("settings", deadlines.get().control(), CameraSession::settings)
                .recoverWith(failed -> ProviderCall.INLINE.failed(operationError(failed.getFailure())))
                .map(values -> {
                    status.show(status.view().set(status.view().mode(), values));
                    seen.forEach(track -> track.tellChange(status.view(), "the camera changed its controls"));
                    return values;
                });
    }

    private Promise<Output> apply(Arrangement plan, Consumer<Output> met) {
        SourceView before = status.view();
        if (before.state() == CameraState.RELEASED) {
            MediaTrackSettings wanted = before.values().with(plan.selection().controls());
            return ProviderCall.INLINE.resolved(note(plan, wanted, met)); // AC-10
        }
        GuardedSession streaming = slot.streaming();
        boolean restarts = !before.mode().equals(Optional.of(plan.selection().mode()));
        if (restarts) {
            stream.pause(); // a restart has a deadline of its own, and may take longer than a stall
        }
        return new StreamControl(deadlines.get())
                .apply(streaming, before, plan.selection())
                .recoverWith(failed -> ProviderCall.INLINE.failed(operationError(failed.getFailure())))
                .map(values -> note(plan, values, met))
                .onResolve(() -> {
                    if (restarts) {
                        status.view().mode().ifPresent(mode -> stream.goesOn(streaming, mode));
                    }
                });
    }

    private Output note(Arrangement plan, MediaTrackSettings values, Consumer<Output> met) {
        List<SourceTrack> others =
                plan.others().stream().map(Arrangement.Share::track).toList();
        List<SeenTrack> seen = SeenTrack.of(others, status.view());
        status.show(status.view().set(Optional.of(plan.selection().mode()), values));
        plan.others().forEach(Arrangement.Share::hand);
        met.accept(plan.selection().output());
        seen.forEach(track -> track.tellChange(status.view(), "another track of the camera was configured"));
        return plan.selection().output();
    }

    private Throwable operationError(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.OPERATION, name + ": " + failure.getMessage(), failure)
                : failure;
    }
}
