// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/**
 * A picture that is made of a frame when the first one asks for it, once for all who ask. One of a list, since a frame without any
 * is to cost no collection. Thread-safe.
 */
final class Rendition {
    private final Recipe recipe;
    private final Rendition next; // null at the end of the list
    private SharedFrame picture; // guarded by this; null until it is made
    private RuntimeException failure; // guarded by this; null unless it cannot be made

    Rendition(Recipe recipe, Rendition next) {
        this.recipe = recipe;
        this.next = next;
    }

    boolean isBy(Recipe other) {
        return recipe.equals(other);
    }

    Rendition next() {
        return next;
    }

    /** The picture, with a hold for the caller, who holds the frame of which it is made; who comes while it is made waits for it. */
    synchronized SharedFrame of(SharedFrame origin) {
        if (picture == null && failure == null) {
            make(origin);
        }
        if (failure != null) {
            throw failure;
        }
        picture.hold();
        return picture;
    }

    private void make(SharedFrame origin) {
        try {
            picture = recipe.makeOf(origin);
        } catch (RuntimeException unusable) {
            failure = unusable;
        } catch (Error unusable) {
            failure = new IllegalStateException("The frame cannot be brought into shape", unusable);
        }
    }

    /** Gives the picture up, if there is one. Its receivers have holds of their own. */
    synchronized void end() {
        if (picture != null) {
            picture.release();
        }
    }
}
