// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.inventory;

import java.io.PrintWriter;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.mediacapture.admin.CameraAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of cameras of Felix Inventory. Thread-safe. */
@Component(
        service = InventoryPrinter.class,
        property = {
            InventoryPrinter.NAME + "=cameras",
            InventoryPrinter.TITLE + "=Cameras",
            InventoryPrinter.FORMAT + "=TEXT"
        })
public final class CameraPrinter implements InventoryPrinter {
    private final CameraPage page;

    /** Makes it. */
    @Activate
    public CameraPrinter(@Reference CameraAdmin admin) {
        page = new CameraPage(admin);
    }

    @Override
    public void print(PrintWriter out, Format format, boolean isZip) {
        page.print(out);
    }
}
