package dev.gatescope.console.faults;

import dev.gatescope.shared.admin.FaultKindInfo;
import dev.gatescope.shared.admin.FaultRequest;
import dev.gatescope.shared.admin.FaultScope;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fault as it is typed: one kind's own parameters, and what goes with every kind, which stays
 * when another kind is chosen. Checked with every change. For the models' thread.
 */
final class DraftModel {
    static final String PERCENT = "percent";
    static final String USER = "user";
    static final String CONNECTION = "connection";
    static final String TYPE = "type";

    /** The types that a client may send; none is every type. */
    static final List<String> TYPES =
            List.of("", "chat", "user_message", "start_agent", "get_thread", "ping");

    static final int LONGEST_S = 15 * 60;
    static final int LEAST_LEASE_S = 3;

    private final ReadOnlyObjectWrapper<@Nullable FaultKindInfo> kind =
            new ReadOnlyObjectWrapper<>(null);
    private final Entry percent = new Entry("", Checks.orNothing(Checks.percent()));
    private final Entry user = new Entry("", Checks.orNothing(Checks.user()));
    private final Entry connection = new Entry("", Checks.orNothing(Checks.connection()));
    private final ObjectProperty<String> type = new SimpleObjectProperty<>("");
    private final Entry duration = new Entry("60", Checks.whole("Duration", 1, LONGEST_S, "s"));
    private final BooleanProperty leased = new SimpleBooleanProperty(true);
    private final Entry lease = new Entry("10", this::leaseProblem);
    private final Entry seed =
            new Entry(
                    "",
                    Checks.orNothing(text ->
                            text.matches("-?[0-9]{1,18}")
                                    ? ""
                                    : "Seed takes a whole number, such as 1."));
    private final ObjectProperty<StopFigure> stopFigure =
            new SimpleObjectProperty<>(StopFigure.NEVER);
    private final Entry stopBound = new Entry("", this::stopProblem);
    private final Entry reason = new Entry("", Checks.reason());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private List<ParameterDraft> parameters = List.of();

    DraftModel() {
        everyEntry().forEach(entry -> entry.problemProperty().subscribe(this::check));
        leased.subscribe(lease::check);
        stopFigure.addListener((property, was, now) -> {
            stopBound.textProperty().set(now.usualBound());
            stopBound.check();
        });
        check();
    }

    /** Drafts a fault of this kind, or none. */
    void choose(@Nullable FaultKindInfo chosen) {
        parameters =
                chosen == null
                        ? List.of()
                        : chosen.parameters().stream().map(ParameterDraft::of).toList();
        parameters.forEach(each -> each.entry().problemProperty().subscribe(this::check));
        kind.set(chosen);
        check();
    }

    /** What kind of fault it is to be; none until one is chosen. */
    ReadOnlyObjectProperty<@Nullable FaultKindInfo> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** The kind's own parameters; others with each kind. */
    List<ParameterDraft> parameters() {
        return parameters;
    }

    /** Whether the kind can be narrowed by this: a name of {@link FaultScope}. */
    boolean takes(String scope) {
        var chosen = kind.get();
        return chosen != null && chosen.scopes().contains(scope);
    }

    Entry percent() {
        return percent;
    }

    Entry user() {
        return user;
    }

    Entry connection() {
        return connection;
    }

    /** One of {@link #TYPES}. */
    ObjectProperty<String> typeProperty() {
        return type;
    }

    /** In seconds. */
    Entry duration() {
        return duration;
    }

    /** Whether the fault ends when this console no longer renews it. */
    BooleanProperty leasedProperty() {
        return leased;
    }

    /** In seconds. */
    Entry lease() {
        return lease;
    }

    Entry seed() {
        return seed;
    }

    ObjectProperty<StopFigure> stopFigureProperty() {
        return stopFigure;
    }

    Entry stopBound() {
        return stopBound;
    }

    Entry reason() {
        return reason;
    }

    /** The first thing that is wrong, in a sentence; empty where the fault can be injected. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is to be injected; none while there is a problem. */
    @Nullable FaultRequest request() {
        var chosen = kind.get();
        if (chosen == null || !problem.get().isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(each -> values.put(each.parameter().name(), each.value()));
        return new FaultRequest(
                chosen.kind(),
                values,
                scope(),
                Duration.ofSeconds(Long.parseLong(duration.value())).toString(),
                leased.get() ? Duration.ofSeconds(Long.parseLong(lease.value())).toString() : null,
                takes(PERCENT) && !seed.isEmpty() ? Long.valueOf(seed.value()) : null,
                stopFigure.get().at(stopBound.value()),
                reason.value());
    }

    private FaultScope scope() {
        String share = narrowing(PERCENT, percent.value());
        return new FaultScope(
                share == null ? null : Double.valueOf(share),
                narrowing(USER, user.value()),
                narrowing(CONNECTION, connection.value()),
                narrowing(TYPE, type.get()));
    }

    private @Nullable String narrowing(String scope, String value) {
        return takes(scope) && !value.isEmpty() ? value : null;
    }

    private void check() {
        problem.set(
                kind.get() == null
                        ? "Choose what to break."
                        : checkedEntries()
                                .map(entry -> entry.problemProperty().get())
                                .filter(sentence -> !sentence.isEmpty())
                                .findFirst()
                                .orElse(""));
    }

    /** Those that count for the kind, in the order of the form. */
    private Stream<Entry> checkedEntries() {
        var entries = new ArrayList<Entry>();
        parameters.forEach(each -> entries.add(each.entry()));
        if (takes(PERCENT)) {
            entries.addAll(List.of(percent, seed));
        }
        if (takes(USER)) {
            entries.add(user);
        }
        if (takes(CONNECTION)) {
            entries.add(connection);
        }
        entries.addAll(List.of(duration, lease, stopBound, reason));
        return entries.stream();
    }

    private Stream<Entry> everyEntry() {
        return Stream.of(percent, user, connection, duration, lease, stopBound, seed, reason);
    }

    private String leaseProblem(String text) {
        return leased.get() ? Checks.whole("Lease", LEAST_LEASE_S, LONGEST_S, "s").apply(text) : "";
    }

    private String stopProblem(String text) {
        return stopFigure.get().problem(text);
    }
}
