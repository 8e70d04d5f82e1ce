// SPDX-License-Identifier: Apache-2.0
/** How the frames of cameras and of their tracks flow, for JMX. */
package org.mediacapture.observe.metrics;
