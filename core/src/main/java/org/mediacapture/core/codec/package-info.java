// SPDX-License-Identifier: Apache-2.0
/** The codecs in use: services by ranking, and behind them ImageIO and plain Java, so that there is always one. */
package org.mediacapture.core.codec;
