// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.core.admin.AdminEvents;
import org.mediacapture.core.admin.OriginAdmin;
import org.mediacapture.core.document.Document;
import org.mediacapture.core.document.Surroundings;
import org.mediacapture.core.identity.Identities;
import org.mediacapture.core.image.ImageCaptures;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.inventory.MicrophoneInventory;
import org.mediacapture.core.inventory.OfferedDevices;
import org.mediacapture.core.inventory.Salt;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.time.SystemScheduler;
import org.mediacapture.core.track.MicrophoneTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.core.track.TrackParts;
import org.mediacapture.core.track.TrackStreams;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaDevicesFactory;
import org.mediacapture.stream.MediaStreamFactory;
import org.mediacapture.stream.RequireCameras;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.promise.Promise;

/** Puts the core together and registers its services. A new configuration takes effect without a restart. */
@Component(
        service = {},
        immediate = true,
        configurationPid = CoreConfiguration.PID)
@Designate(ocd = CoreConfiguration.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.mediacapture.stream.MediaDevices'")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='org.mediacapture.stream.MediaDevicesFactory'")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='org.mediacapture.stream.MediaStreamFactory'")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='org.mediacapture.image.ImageCaptureFactory'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.mediacapture.admin.CameraAdmin'")
@Capability(
        namespace = "osgi.implementation",
        name = RequireCameras.IMPLEMENTATION,
        version = RequireCameras.VERSION,
        uses = {MediaDevices.class, ImageCaptureFactory.class, CameraAdmin.class})
public final class CoreComponent implements SynchronousBundleListener {
    private static final String DATA = "org.mediacapture.data";

    private final BundleContext context;
    private final SystemScheduler scheduler = new SystemScheduler();
    private final CodecServices codecs;
    private final CameraInventory inventory;
    private final Permissions permissions;
    private final PermissionControllers controllers;
    private final Documents documents;
    private final OfferedDevices offered;
    private final DeviceTracker devices;
    private final ProviderTroubles troubles;
    private final MicrophoneTracker microphones;
    private final DeviceHiding hiding;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private volatile CoreSettings settings;

    /** Starts the core. */
    @Activate
    public CoreComponent(BundleContext context, CoreConfiguration configuration, Map<String, Object> written) {
        this.context = context;
        this.settings = CoreSettings.first(configuration, written);
        this.codecs = new CodecServices(context);
        this.controllers = new PermissionControllers(context);
        AdminEvents events = new AdminEvents(scheduler);
        this.permissions = new Permissions(scheduler, settings.permissions(), controllers::best, events::used);
        this.inventory = inventory(events);
        MicrophoneInventory microphoneInventory = new MicrophoneInventory(this::devicesChanged);
        DeviceIds ids = new DeviceIds(salt());
        TrackParts parts = new TrackParts(scheduler, new Publisher(scheduler));
        this.documents = new Documents(
                new Surroundings(inventory, microphoneInventory, ids, permissions, () -> settings.exposure(), parts),
                events::used,
                permissions::mayBridge);
        this.offered = new OfferedDevices(inventory, Identities.of(Path.of("/"))::deviceAt, scheduler::execute);
        this.devices = new DeviceTracker(context, offered, scheduler, () -> settings.deadlines());
        this.troubles = new ProviderTroubles(context, events::camerasChanged);
        this.microphones = new MicrophoneTracker(context, microphoneInventory, this::microphoneGone);
        this.hiding = new DeviceHiding(context);
        permissions.onChange(this::endRevoked);
        events.watch(() -> OriginAdmin.cameras(inventory, Camera::identity), troubles::all);
        open();
        register(parts, ids, events);
    }

    /** Takes a new configuration, unless it is refused. */
    @Modified
    public void modified(CoreConfiguration configuration, Map<String, Object> written) {
        CoreSettings.next(configuration, written).ifPresent(next -> {
            settings = next;
            permissions.settings(next.permissions());
            inventory.preferenceChanged();
            documents.bridgesChanged();
            hiding.hide(next.hideDevices());
        });
    }

    /** Ends all tracks and closes all cameras. Waits for the cameras, and for no listener. */
    @Deactivate
    public void stop() {
        String cause = "mediacapture was stopped";
        registrations.forEach(ServiceRegistration::unregister);
        context.removeBundleListener(this);
        documents.all().forEach(document -> document.shutDown(cause));
        List<Promise<Void>> closing = inventory.cameras().stream()
                .map(Camera::source)
                .map(source -> source.shutDown(cause))
                .toList();
        closing.forEach(closed -> scheduler.await(closed, settings.deadlines().close()));
        devices.close();
        troubles.close();
        microphones.close();
        permissions.close();
        controllers.close();
        hiding.close();
        codecs.close();
        scheduler.close();
    }

    /**
     * A bundle that stops takes its tracks along, and the sessions of its cameras close in parallel (HS-2). When it has stopped we
     * look again, for what it got from us meanwhile.
     */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING) {
            documents.stopping(event.getBundle());
            offered.stopping(event.getBundle().getBundleId());
        } else if (event.getType() == BundleEvent.STOPPED) {
            documents.stopping(event.getBundle());
        }
    }

    private void open() {
        context.addBundleListener(this);
        hiding.hide(settings.hideDevices());
        controllers.open(permissions::changed);
        devices.open();
        troubles.open();
        microphones.open();
    }

    private void register(TrackParts parts, DeviceIds ids, AdminEvents events) {
        registrations.add(context.registerService(MediaDevices.class, documents, null));
        registrations.add(
                context.registerService(MediaDevicesFactory.class, new PerBundle<>(documents::factoryFor), null));
        registrations.add(context.registerService(MediaStreamFactory.class, new TrackStreams(), null));
        registrations.add(context.registerService(
                ImageCaptureFactory.class,
                new ImageCaptures(
                        scheduler,
                        parts.publisher(),
                        codecs.codecs(),
                        () -> settings.deadlines().photo()),
                null));
        registrations.add(context.registerService(
                CameraAdmin.class,
                new PerBundle<>(bundle -> new OriginAdmin(
                        BundleName.of(bundle), inventory, troubles::all, ids, this::owners, events, parts.publisher())),
                null));
    }

    private CameraInventory inventory(AdminEvents events) {
        return new CameraInventory(
                (name, offers, onChange) -> new CameraSource(
                        name, offers, scheduler, () -> settings.deadlines(), codecs.codecs(), onChange),
                () -> settings.preference(),
                () -> {
                    events.camerasChanged();
                    devicesChanged();
                });
    }

    private void devicesChanged() {
        Optional.ofNullable(documents) // a camera may come while the core is being put together
                .ifPresent(open -> open.all().forEach(Document::devicesChanged));
    }

    private void endRevoked() {
        documents.all().forEach(Document::endRevoked);
    }

    private void microphoneGone(String address) {
        owners().forEach(owner ->
                owner.end(track -> MicrophoneTrack.isOf(track, address), "the provider of the microphone went away"));
    }

    private Collection<TrackOwner> owners() {
        return documents.all().stream().map(Document::owner).toList();
    }

    private byte[] salt() {
        return Optional.ofNullable(context.getProperty(DATA))
                .map(Path::of)
                .or(() -> Optional.ofNullable(context.getDataFile("")).map(File::toPath))
                .map(Salt::in)
                .orElseGet(Salt::random);
    }
}
