// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.metrics;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.mediacapture.admin.CameraAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Registers itself with the platform's MBean server, under {@value #NAME}. Thread-safe. */
@Component(
        service = {},
        immediate = true)
public final class Cameras implements CamerasMXBean {
    static final String NAME = "org.mediacapture:type=Cameras";

    private final CameraAdmin admin;

    /** Registers it. */
    @Activate
    public Cameras(@Reference CameraAdmin admin) throws JMException {
        this.admin = admin;
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, ObjectName.getInstance(NAME));
    }

    /** Takes it away. */
    @Deactivate
    public void close() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(ObjectName.getInstance(NAME));
    }

    @Override
    public List<CameraNumbers> getCameras() {
        return admin.statistics().stream().map(CameraNumbers::new).toList();
    }
}
