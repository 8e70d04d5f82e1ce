// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.List;
import java.util.stream.Stream;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.inventory.Microphone;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;

/** The devices as one document sees them (ENUM-2 to ENUM-4). Thread-safe. */
final class DeviceList {
    private final Surroundings surroundings;
    private final TrackOwner owner;
    private final Exposure exposure;
    private final byte[] documentSalt;

    /**
     * Makes a list.
     *
     * @param documentSalt secret of the document, for its group ids (DEV-3)
     */
    DeviceList(Surroundings surroundings, TrackOwner owner, Exposure exposure, byte[] documentSalt) {
        this.surroundings = surroundings;
        this.owner = owner;
        this.exposure = exposure;
        this.documentSalt = documentSalt.clone();
    }

    /** What the document is told at present: microphones, then cameras, the default ones first. */
    List<Device> exposed() {
        return exposed(all());
    }

    /** What the document is told at present of devices that there are or were. */
    List<Device> exposed(List<Device> devices) {
        return Stream.of(MediaKind.AUDIO, MediaKind.VIDEO)
                .filter(kind -> surroundings
                        .permissions()
                        .allowedToUse(owner.origin(), Exposure.descriptor(kind).name()))
                .flatMap(kind -> {
                    Stream<Device> all = devices.stream().filter(device -> device.kind() == input(kind));
                    return exposure.isExposed(kind) ? all : all.limit(1).map(Device::concealed);
                })
                .toList();
    }

    /** What there is, whether the document is told or not. */
    List<Device> all() {
        return Stream.concat(
                        surroundings.microphones().microphones().stream().map(this::describe),
                        surroundings.cameras().cameras().stream().map(this::describe))
                .toList();
    }

    /** How the document sees a camera. */
    Perspective perspective(Camera camera, boolean panTiltZoom) {
        MediaTrackSettings.Builder inherent = ids(camera.identity(), camera.group());
        camera.facing().ifPresent(known -> inherent.with(ConstrainableProperty.FACING_MODE, known.value()));
        return new Perspective(inherent.build(), panTiltZoom);
    }

    /** How the document sees a microphone. */
    MediaTrackSettings inherent(Microphone microphone) {
        return ids(microphone.address(), microphone.group()).build();
    }

    /** Whether pan, tilt and zoom are granted without having been asked for. */
    boolean isPanTiltZoomGranted() {
        return surroundings.permissions().query(owner.origin(), PermissionDescriptor.CAMERA_PAN_TILT_ZOOM)
                == PermissionState.GRANTED;
    }

    /** Whether who asks for pan, tilt and zoom, or does not, may be given a camera for the sake of them. */
    boolean mayMove(boolean asked) {
        PermissionState state =
                surroundings.permissions().query(owner.origin(), PermissionDescriptor.CAMERA_PAN_TILT_ZOOM);
        return state == PermissionState.GRANTED || asked && state == PermissionState.PROMPT;
    }

    private static MediaDeviceKind input(MediaKind kind) {
        return kind == MediaKind.AUDIO ? MediaDeviceKind.AUDIO_INPUT : MediaDeviceKind.VIDEO_INPUT;
    }

    private Device describe(Camera camera) {
        Perspective perspective = perspective(camera, isPanTiltZoomGranted());
        return device(
                MediaDeviceKind.VIDEO_INPUT,
                camera.label(),
                perspective.inherent(),
                camera.space(perspective).capabilities());
    }

    private Device describe(Microphone microphone) {
        MediaTrackSettings inherent = inherent(microphone);
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        inherent.properties()
                .forEach(property -> capabilities.with(
                        property, Choices.of(inherent.get(property).orElseThrow())));
        return device(
                MediaDeviceKind.AUDIO_INPUT,
                microphone.label(),
                inherent,
                capabilities.with(microphone.capabilities()).build());
    }

    private static Device device(
            MediaDeviceKind kind, String label, MediaTrackSettings inherent, MediaTrackCapabilities capabilities) {
        return new Device(
                inherent.get(ConstrainableProperty.DEVICE_ID).orElseThrow(),
                kind,
                label,
                inherent.get(ConstrainableProperty.GROUP_ID).orElseThrow(),
                capabilities);
    }

    private MediaTrackSettings.Builder ids(String identity, String group) {
        return MediaTrackSettings.builder()
                .with(ConstrainableProperty.DEVICE_ID, surroundings.ids().deviceId(owner.origin(), identity))
                .with(ConstrainableProperty.GROUP_ID, surroundings.ids().groupId(documentSalt, owner.origin(), group));
    }
}
