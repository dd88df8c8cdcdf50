package dev.gatescope.console.connections;

import dev.gatescope.console.feed.Answers;
import dev.gatescope.console.feed.GatewayControl;
import dev.gatescope.console.feed.Link;
import dev.gatescope.console.feed.Pulse;
import dev.gatescope.shared.admin.Capability;
import dev.gatescope.shared.admin.ConnectionInfo;
import dev.gatescope.shared.protocol.CloseCode;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The chosen connection, with its timeline and frames. The gateway is asked for them when it is
 * chosen and again when it changed, once a second at most. For the models' thread alone.
 */
final class DetailModel {
    private static final Duration ASK_AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final int LONGEST_REASON = 123; // what fits into a close frame, in bytes

    private final GatewayControl control;
    private final Answers answers;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<@Nullable ConnectionInfo> connection =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper closeProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNoClose = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noFrames = new ReadOnlyStringWrapper("");

    private @Nullable String chosenId;
    private @Nullable ConnectionInfo known;
    private Instant askedAt = Instant.EPOCH;
    private boolean outdated;

    DetailModel(GatewayControl control, Pulse pulse, InstantSource clock) {
        this.control = control;
        this.clock = clock;
        answers = new Answers(pulse);
        pulse.onBeat(this::onBeat);
    }

    /** What is known of the chosen connection; null while none is chosen. */
    ReadOnlyObjectProperty<@Nullable ConnectionInfo> connection() {
        return connection.getReadOnlyProperty();
    }

    /** Why its timeline could not be had; empty if it could. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Why it could not be closed; empty while nothing went wrong. */
    ReadOnlyStringProperty closeProblem() {
        return closeProblem.getReadOnlyProperty();
    }

    /** Why this console's token may not close connections; empty while it may. */
    ReadOnlyStringProperty whyNoClose() {
        return whyNoClose.getReadOnlyProperty();
    }

    /** Why there are no frames to see; empty where there may be some. */
    ReadOnlyStringProperty noFrames() {
        return noFrames.getReadOnlyProperty();
    }

    @Nullable String chosenId() {
        return chosenId;
    }

    /**
     * @param row what the table knows, to be shown until the gateway answers
     */
    void choose(String id, @Nullable ConnectionRow row) {
        if (id.equals(chosenId)) {
            return;
        }
        chosenId = id;
        known = row == null ? null : row.now();
        connection.set(known);
        problem.set("");
        closeProblem.set("");
        ask(id);
    }

    /** Chooses none. */
    void clear() {
        chosenId = null;
        known = null;
        connection.set(null);
        problem.set("");
        closeProblem.set("");
    }

    void onLink(Link link) {
        whyNoClose.set(link.whyNoCommands());
        var server = link.server();
        if (server == null) {
            return;
        }
        noFrames.set(
                !server.env().equals("development")
                        ? "Frames are kept in development only, since they may hold what users"
                                + " wrote; this gateway runs in "
                                + server.env()
                                + "."
                        : !server.capabilities().contains(Capability.FRAMES)
                                ? "This gateway does not offer frames."
                                : "");
    }

    /** The table's newest state of the chosen connection; on every beat. */
    void onChanged(ConnectionInfo newest) {
        if (!newest.equals(known)) {
            known = newest;
            outdated = true;
        }
    }

    /**
     * Asks the gateway to close the chosen connection.
     *
     * @param code as typed
     */
    void close(String code, String reason) {
        String id = chosenId;
        if (id == null) {
            return;
        }
        String forbidden = whyNoClose.get();
        String wrong = forbidden.isEmpty() ? whatIsWrong(code.strip(), reason) : forbidden;
        closeProblem.set(wrong);
        if (wrong.isEmpty()) {
            answers.await(
                    control.close(id, Integer.parseInt(code.strip()), reason.strip()),
                    done -> outdated = true,
                    closeProblem::set);
        }
    }

    private static String whatIsWrong(String code, String reason) {
        if (!code.matches("\\d{4}") || !CloseCode.operatorMaySend(Integer.parseInt(code))) {
            return "The code must be 1000 or a number from 3000 to 4999.";
        }
        if (reason.isBlank()) {
            return "Give a reason: the client and the journal get it.";
        }
        if (reason.strip().getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            return "The reason is too long: a close frame holds " + LONGEST_REASON + " bytes.";
        }
        return "";
    }

    private void onBeat() {
        String id = chosenId;
        if (id != null && outdated && !clock.instant().isBefore(askedAt.plus(ASK_AT_MOST_EVERY))) {
            ask(id);
        }
    }

    private void ask(String id) {
        askedAt = clock.instant();
        outdated = false;
        answers.await(
                control.connection(id),
                answer -> {
                    if (id.equals(chosenId)) {
                        problem.set("");
                        connection.set(answer);
                    }
                },
                sentence -> {
                    if (id.equals(chosenId)) {
                        problem.set(sentence);
                    }
                });
    }
}
