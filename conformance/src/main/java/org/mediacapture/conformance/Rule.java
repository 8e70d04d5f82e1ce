// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which rules of the W3C specifications a test proves. The ids are those of {@code docs/conformance/rules.csv}; the page
 * {@code docs/conformance.md} is made of both.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Rule {
    /** Ids of rules, such as {@code GUM-12}. */
    String[] value();
}
