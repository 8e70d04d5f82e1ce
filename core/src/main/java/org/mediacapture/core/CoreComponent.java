// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.core.admin.CameraListeners;
import org.mediacapture.core.admin.OriginAdmin;
import org.mediacapture.core.image.ImageCaptures;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.inventory.Salt;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.SystemScheduler;
import org.mediacapture.core.track.OriginDevices;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDevices;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceFactory;
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
        attribute = "objectClass:List<String>='org.mediacapture.image.ImageCaptureFactory'")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.mediacapture.admin.CameraAdmin'")
public final class CoreComponent implements SynchronousBundleListener {
    private static final String DATA = "org.mediacapture.data";

    private final BundleContext context;
    private final SystemScheduler scheduler = new SystemScheduler();
    private final CodecServices codecs;
    private final CameraInventory inventory;
    private final Origins origins;
    private final DeviceTracker devices;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private volatile Deadlines deadlines;

    /** Starts the core. */
    @Activate
    public CoreComponent(BundleContext context, CoreConfiguration configuration) {
        this.context = context;
        this.deadlines = ConfiguredDeadlines.of(configuration);
        this.codecs = new CodecServices(context);
        Publisher publisher = new Publisher(scheduler);
        CameraListeners listeners = new CameraListeners(scheduler);
        this.inventory = inventory(listeners);
        DeviceIds ids = new DeviceIds(salt(), Salt.random());
        this.origins = new Origins(origin -> new OriginDevices(origin, inventory, ids, scheduler, publisher));
        this.devices = new DeviceTracker(context, inventory, scheduler, () -> deadlines);
        context.addBundleListener(this);
        devices.open();
        registrations.add(context.registerService(MediaDevices.class, origins, null));
        registrations.add(context.registerService(
                ImageCaptureFactory.class,
                new ImageCaptures(scheduler, publisher, codecs.codecs(), () -> deadlines.photo()),
                null));
        registrations.add(context.registerService(
                CameraAdmin.class,
                perBundle(bundle -> new OriginAdmin(bundle.getSymbolicName(), inventory, ids, origins::all, listeners)),
                null));
    }

    /** Takes a new configuration. */
    @Modified
    public void modified(CoreConfiguration configuration) {
        deadlines = ConfiguredDeadlines.of(configuration);
    }

    /** Ends all tracks and closes all cameras. */
    @Deactivate
    public void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        context.removeBundleListener(this);
        List<Promise<Void>> closing = inventory.cameras().stream()
                .map(Camera::source)
                .map(source -> source.shutDown("mediacapture was stopped"))
                .toList();
        closing.forEach(closed -> scheduler.await(closed, deadlines.close()));
        devices.close();
        codecs.close();
        scheduler.close();
    }

    /** A bundle that stops takes its tracks along, and the sessions of its cameras close in parallel (HS-2). */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING) {
            origins.stopping(event.getBundle());
            long stopping = event.getBundle().getBundleId();
            inventory.closeFor(offer -> offer.description().bundleId() == stopping);
        }
    }

    private CameraInventory inventory(CameraListeners listeners) {
        return new CameraInventory(
                (name, offers, onChange) ->
                        new CameraSource(name, offers, scheduler, () -> deadlines, codecs.codecs(), onChange),
                listeners::changed);
    }

    private byte[] salt() {
        return Optional.ofNullable(context.getProperty(DATA))
                .map(Path::of)
                .or(() -> Optional.ofNullable(context.getDataFile("")).map(File::toPath))
                .map(Salt::in)
                .orElseGet(Salt::random);
    }

    private interface PerBundle<S> {
        S forBundle(Bundle bundle);
    }

    private static <S> ServiceFactory<S> perBundle(PerBundle<S> maker) {
        return new ServiceFactory<>() {
            @Override
            public S getService(Bundle bundle, ServiceRegistration<S> registration) {
                return maker.forBundle(bundle);
            }

            @Override
            public void ungetService(Bundle bundle, ServiceRegistration<S> registration, S service) {
                // nothing to give back: the view holds nothing but references to the core
            }
        };
    }
}
