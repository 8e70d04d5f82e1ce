// SPDX-License-Identifier: Apache-2.0
/** Where the core is put together: configuration in, services out. Everything else is plain Java in the packages below. */
package org.mediacapture.core;
