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
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.select.Selection;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Configures an open camera for what its tracks ask, or only notes it while the camera is released. Confined to the strand. */
final class Configurator {
    private final SourceParts parts;

    Configurator(SourceParts parts) {
        this.parts = parts;
    }

    /** Configures the camera for a track that is new. */
    Promise<Output> add(MediaTrackConstraints constraints, Perspective perspective) {
        return apply(
                select(
                        perspective,
                        Optional.empty(),
                        constraints,
                        parts.tracks().all()),
                parts.tracks()::all,
                output -> {});
    }

    /** Configures the camera for new constraints of a track, which become its constraints (AC-3 to AC-5). */
    Promise<Output> change(SourceTrack track, MediaTrackConstraints constraints) {
        track.check(constraints); // once more: much may have happened since it was asked
        return apply(
                select(
                        track.perspective(),
                        Optional.of(track.output()),
                        constraints,
                        parts.tracks().others(track)),
                () -> parts.tracks().others(track),
                output -> {
                    if (parts.tracks().contains(track)) { // and was not stopped meanwhile
                        track.configured(constraints, output);
                    }
                });
    }

    /** Gives tracks back what a track that has ended took from them, if the camera can (OC-2). */
    Promise<?> relieve() {
        Optional<SourceTrack> deprived = deprived();
        if (parts.view().state() != CameraState.STREAMING || deprived.isEmpty()) {
            return ProviderCall.DONE;
        }
        SourceTrack track = deprived.get();
        Selection plan = select(
                track.perspective(),
                track.demand().output(),
                track.perspective().permitted(track.getConstraints()),
                parts.tracks().others(track));
        return parts.view().mode().filter(plan.mode()::equals).isPresent()
                ? ProviderCall.DONE
                : apply(plan.withoutControls(), parts.tracks()::all, output -> {});
    }

    /** A track that gets something else than was selected for it. */
    private Optional<SourceTrack> deprived() {
        for (SourceTrack track : parts.tracks().all()) { // no stream: this is asked whenever a track ends
            if (track.demand().output().filter(track.output()::looksLike).isEmpty()) {
                return Optional.of(track);
            }
        }
        return Optional.empty();
    }

    /** Gives each track what it gets of a mode into which the camera went by itself. */
    void adapt(VideoMode mode) {
        Share.of(mode, parts.tracks().all()).forEach(Share::hand);
    }

    /** Reads the controls, so that what automatic modes chose is told. */
    Promise<MediaTrackSettings> read() {
        if (parts.view().state() == CameraState.RELEASED) {
            return ProviderCall.INLINE.resolved(parts.view().values());
        }
        List<SeenTrack> seen = SeenTrack.of(parts.tracks().all(), parts.view());
        return parts.slot()
                .streaming()
                .call("settings", parts.deadlines().get().control(), CameraSession::settings)
                .map(values -> {
                    parts.status().show(parts.view().set(parts.view().mode(), values));
                    seen.forEach(track -> track.tellChange(parts.view(), "the camera changed its controls"));
                    return values;
                });
    }

    private Selection select(
            Perspective perspective,
            Optional<Output> present,
            MediaTrackConstraints constraints,
            List<SourceTrack> others) {
        SourceView camera = parts.view();
        return ConstraintSolver.select(
                camera.space(perspective),
                camera.current(present),
                constraints,
                others.stream().map(SourceTrack::demand).toList());
    }

    private Promise<Output> apply(Selection plan, Supplier<List<SourceTrack>> others, Consumer<Output> met) {
        SourceView before = parts.view();
        if (before.state() == CameraState.RELEASED) {
            MediaTrackSettings wanted = before.values().with(plan.controls());
            return ProviderCall.INLINE.resolved(note(plan, plan.mode(), wanted, others.get(), met)); // AC-10
        }
        GuardedSession streaming = parts.slot().streaming();
        boolean restarts = !before.mode().equals(Optional.of(plan.mode()));
        if (restarts) {
            parts.stream().pause(); // a restart has a deadline of its own, and may take longer than a stall
        }
        return new StreamControl(parts.deadlines().get())
                .apply(streaming, before, plan)
                .recoverWith(failed -> ProviderCall.INLINE.failed(operationError(failed.getFailure())))
                .map(values -> {
                    requireUse();
                    VideoMode mode =
                            restarts ? plan.mode() : parts.view().mode().orElse(plan.mode());
                    return note(plan, mode, values, others.get(), met); // also to tracks that came meanwhile
                })
                .onResolve(() -> {
                    if (restarts) {
                        parts.view().mode().ifPresent(mode -> parts.stream().goesOn(streaming, mode));
                    }
                });
    }

    /** Its tracks may have ended while it was configured, and the camera was closed with them: whoever is new opens it anew. */
    private void requireUse() throws SessionLostException {
        if (parts.view().state() == CameraState.IDLE) {
            throw new SessionLostException(parts.name() + ": the camera was closed while it was configured");
        }
    }

    /** The mode is the plan's only where the camera was restarted: else it may have changed by itself meanwhile. */
    private Output note(
            Selection plan, VideoMode mode, MediaTrackSettings values, List<SourceTrack> others, Consumer<Output> met) {
        SourceView before = parts.view();
        SourceView now =
                before.set(Optional.of(mode), values).steering(plan.controls().properties());
        if (now.equals(before)) {
            met.accept(plan.output());
            return plan.output(); // the camera stays as it is, and so do the others
        }
        List<SeenTrack> seen = SeenTrack.of(others, before);
        parts.status().show(now);
        Share.of(mode, others).forEach(Share::hand);
        met.accept(plan.output());
        if (!mode.equals(plan.mode())) {
            adapt(mode);
        }
        seen.forEach(track -> track.tellChange(now, "another track of the camera was configured, or has ended"));
        return plan.output();
    }

    private Throwable operationError(Throwable failure) {
        return failure instanceof CameraException
                ? new MediaException(ErrorName.OPERATION, parts.name() + ": " + failure.getMessage(), failure)
                : failure;
    }
}
