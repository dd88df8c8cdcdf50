package dev.gatescope.gateway.admin;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.shared.admin.Page;
import dev.gatescope.shared.admin.ProblemInfo;
import dev.gatescope.shared.admin.Why;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Why events happened, and errors as problems, as the admin API shows them. Safe from any thread.
 *
 * @param why nothing for an event of which no record is left
 * @param problems with demo traffic or without, those that matter most first
 */
record WhyList(LongFunction<Optional<Why>> why, Function<Boolean, List<ProblemInfo>> problems) {

    /** Why the event of this id happened. */
    Why of(String id) throws AdminProblem {
        var number = Ids.event(id);
        var known = number.isPresent() ? why.apply(number.getAsLong()) : Optional.<Why>empty();
        return known.orElseThrow(
                () -> AdminProblem.of(404, "There is no record of an event of that id."));
    }

    /** Problems after the one that the cursor names. */
    Page<ProblemInfo> page(AdminRequest request) throws AdminProblem {
        var limit = Parameters.limit(request);
        var all = problems.apply(request.withDemo());
        var from = from(all, request.parameter("cursor"));
        var end = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, end), end == all.size() ? null : all.get(end - 1).id());
    }

    private static int from(List<ProblemInfo> all, @Nullable String cursor) throws AdminProblem {
        if (cursor == null) {
            return 0;
        }
        return 1
                + IntStream.range(0, all.size())
                        .filter(i -> all.get(i).id().equals(cursor))
                        .findFirst()
                        .orElseThrow(() ->
                                AdminProblem.ofField(
                                        "cursor",
                                        "cursor must be the id of a problem that is still listed;"
                                                + " begin again without one."));
    }
}
