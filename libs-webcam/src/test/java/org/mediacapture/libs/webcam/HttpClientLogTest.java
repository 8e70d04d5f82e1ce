// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.libs.webcam;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

class HttpClientLogTest {
    @Test
    void headersWithPasswordsAreNeverLogged() {
        for (String logger :
                new String[] {"org.apache.http.headers", "org.apache.http.wire", "org.apache.http.client"}) {
            assertThat(LogFactory.getLog(logger).isDebugEnabled()).as(logger).isFalse();
            assertThat(LogFactory.getLog(logger).isErrorEnabled()).as(logger).isFalse();
        }
    }
}
