// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

/** The names of the service properties of a {@link MicrophoneDevice}. */
public final class MicrophoneProperties {
    /**
     * Where the microphone is: an absolute URI without credentials, such as {@code mock:NAME}. Two services with the same
     * address are the same microphone. String, mandatory.
     */
    public static final String ADDRESS = "microphone.address";

    /** What a person calls the microphone. String, mandatory. */
    public static final String LABEL = "microphone.label";

    /** The name of the provider, such as {@code mock}. String, mandatory. */
    public static final String PROVIDER = "microphone.provider";

    private MicrophoneProperties() {}
}
