package dev.gatescope.console.leaks;

import dev.gatescope.shared.admin.LeakInfo;

/** A line of the table: a group, or a single leak in it. */
sealed interface LeakRow {
    /** The same for as long as the line stands for the same. */
    String id();

    /** All that were taken at one place. */
    record Group(LeakGroup group) implements LeakRow {
        @Override
        public String id() {
            return group.id();
        }
    }

    /** One of them. */
    record Single(LeakInfo leak) implements LeakRow {
        @Override
        public String id() {
            return leak.id();
        }
    }
}
