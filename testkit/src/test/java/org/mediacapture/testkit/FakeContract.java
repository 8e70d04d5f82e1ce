// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraProperties;

/** The contract of the fake camera; run by {@link CameraDeviceContractTest} with a fault, or with none. */
@ExtendWith(FakeContract.FaultParameter.class)
class FakeContract extends CameraDeviceContract {
    /** The configuration parameter that names the fault. */
    static final String FAULT = "testkit.fault";

    /** With these something never comes, or never ends, and is waited for in vain. */
    private static final Set<Fault> IN_VAIN = EnumSet.of(
            Fault.NO_FRAMES,
            Fault.STREAMS_AFTER_CLOSE,
            Fault.NO_FRAME_TO_CLOSE_IN,
            Fault.JOINS_ITSELF,
            Fault.STARTS_UNDER_LOCK,
            Fault.OPEN_IGNORES_INTERRUPT,
            Fault.SETTINGS_HANG,
            Fault.LEAVES_A_THREAD,
            Fault.TELLS_NO_END,
            Fault.WAITS_FOR_A_BUFFER,
            Fault.APPLY_ENDS_STREAM,
            Fault.PHOTO_ENDS_STREAM);

    private final Set<Fault> faults;

    FakeContract(Set<Fault> faults) {
        this.faults = faults;
    }

    /** Gives the constructor its faults. */
    static final class FaultParameter implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Set.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter(FAULT)
                    .map(name -> EnumSet.of(Fault.valueOf(name)))
                    .orElse(EnumSet.noneOf(Fault.class));
        }
    }

    @Override
    protected CameraDevice device() {
        return new FakeDevice(faults);
    }

    @Override
    protected Duration patience() {
        // What a wrong camera never does need not be awaited for long; all that it does right has to be there by then.
        return Duration.ofSeconds(faults.stream().anyMatch(IN_VAIN::contains) ? 3 : 30);
    }

    @Override
    protected Map<String, Object> properties() {
        String address = faults.contains(Fault.PASSWORD_IN_ADDRESS) ? "http://host/?password=x" : "fake:door";
        return Map.of(
                CameraProperties.ADDRESS,
                address,
                CameraProperties.LABEL,
                "Fake camera",
                CameraProperties.PROVIDER,
                "fake",
                CameraProperties.NAME,
                "door",
                CameraProperties.FACING,
                "user");
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        return Optional.of(new FakeDevice(faults).blocking("open"));
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksStarting() {
        return Optional.of(new FakeDevice(faults).blocking("start"));
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        return Optional.of(new FakeDevice(faults).blocking("frames"));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        return Optional.of(new FakeDevice(faults).blocking("plug"));
    }
}
