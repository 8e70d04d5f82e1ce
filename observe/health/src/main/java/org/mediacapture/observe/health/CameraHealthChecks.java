// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.health;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.felix.hc.api.HealthCheck;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.diagnosis.CamerasCheck;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.CodecTroubles;
import org.mediacapture.diagnosis.CoreCheck;
import org.mediacapture.diagnosis.FramesCheck;
import org.mediacapture.diagnosis.ProvidersCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Registers the checks. Without the core they are there too, and say that it is missing. Immutable. */
@Component(
        service = {},
        immediate = true)
public final class CameraHealthChecks {
    private static final Path SYSTEM = Path.of("/");

    private final BundleContext context;
    private final List<ServiceRegistration<HealthCheck>> checks;

    /** Registers them. */
    @Activate
    public CameraHealthChecks(
            BundleContext context,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Optional<CameraAdmin> core) {
        this.context = context;
        this.checks = List.of(
                register("Cameras", "reachable", core, admin -> new CamerasCheck(admin::cameras)),
                register(
                        "Frames of cameras",
                        "frames",
                        core,
                        admin -> new FramesCheck(admin::statistics, admin::tracks)),
                register(
                        "Camera providers",
                        "providers",
                        core,
                        admin -> new ProvidersCheck(admin::troubles, new CodecTroubles(context)::all, SYSTEM)));
    }

    /** Takes them away. */
    @Deactivate
    public void close() {
        checks.forEach(ServiceRegistration::unregister);
    }

    private ServiceRegistration<HealthCheck> register(
            String name, String tag, Optional<CameraAdmin> core, Function<CameraAdmin, Check> check) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, name);
        properties.put(HealthCheck.TAGS, new String[] {"camera", tag});
        properties.put(HealthCheck.MBEAN_NAME, name);
        return context.registerService(
                HealthCheck.class, new CameraHealth(core.map(check).orElseGet(CoreCheck::new)), properties);
    }
}
