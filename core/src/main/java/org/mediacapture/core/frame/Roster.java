// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Members that are asked for with every frame and change rarely. Readers go through the list by number, since an iterator would be
 * an object for each frame. Thread-safe.
 */
final class Roster<T> {
    private volatile List<T> members = List.of(); // written under this

    /** The members at present, the first to come first; the list does not change any more. */
    List<T> members() {
        return members;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    synchronized void add(T member) {
        if (members.isEmpty()) {
            members = List.of(member); // of most there is one, and that for each photo
            return;
        }
        List<T> more = new ArrayList<>(members.size() + 1);
        more.addAll(members);
        more.add(member);
        members = List.copyOf(more);
    }

    /** Removes a member and answers whether it was one. */
    synchronized boolean remove(T member) {
        if (members.size() == 1 && members.contains(member)) {
            members = List.of();
            return true;
        }
        List<T> fewer = new ArrayList<>(members);
        boolean removed = fewer.remove(member);
        members = List.copyOf(fewer);
        return removed;
    }
}
