package dev.gatescope.gateway.experiment;

import dev.gatescope.gateway.lifecycle.ConnectionFact;
import dev.gatescope.gateway.lifecycle.Fact;
import dev.gatescope.gateway.lifecycle.HandlerFact;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.gateway.lifecycle.Outcome;
import dev.gatescope.gateway.lifecycle.SessionFact;
import dev.gatescope.shared.admin.Severity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What the gateway says of one client's connection, fact by fact, and the moments that others wait
 * for. Written by the gateway's threads, read by any.
 */
final class Track {
    /** The gateway holds the connection at the checkpoint of its group, or it is over. */
    final CompletableFuture<Void> held = new CompletableFuture<>();

    /** It waits, or was registered, or could not be, or is over. */
    final CompletableFuture<Void> settled = new CompletableFuture<>();

    /** The gateway is done with it. */
    final CompletableFuture<Void> over = new CompletableFuture<>();

    /** The client has left. */
    final CompletableFuture<Void> left = new CompletableFuture<>();

    private final Map<String, Integer> errors = new TreeMap<>();
    private final List<Occurrence> facts = new ArrayList<>();
    private final List<Occurrence> errorFacts = new ArrayList<>();
    private boolean keepsFacts;
    private @Nullable Outcome outcome;
    private boolean ready;
    private int handlers;
    private int sessions;
    private int leaked;
    private int routed;
    private int refused;
    private int abandoned;
    private int failed;

    /** From now on its facts are kept. */
    synchronized void keepFacts() {
        keepsFacts = true;
    }

    /** The facts that were kept, as they happened. */
    synchronized List<Occurrence> facts() {
        return List.copyOf(facts);
    }

    /** What was reported as an error, as it happened. */
    synchronized List<Occurrence> errorFacts() {
        return List.copyOf(errorFacts);
    }

    void note(Occurrence occurrence) {
        count(occurrence);
        switch (occurrence.fact()) {
            case ConnectionFact.Waiting _,
                    ConnectionFact.Registered _,
                    HandlerFact.RegistrationFailed _ ->
                    settled.complete(null);
            case ConnectionFact.Closed _ -> {
                held.complete(null);
                settled.complete(null);
                over.complete(null);
            }
            default -> {}
        }
    }

    private synchronized void count(Occurrence occurrence) {
        if (keepsFacts) {
            facts.add(occurrence);
        }
        var fact = occurrence.fact();
        if (fact.severity() == Severity.ERROR) {
            errors.merge(kind(fact), 1, Integer::sum);
            errorFacts.add(occurrence);
        }
        switch (fact) {
            case ConnectionFact.Ready _ -> ready = true;
            case ConnectionFact.Closed closed -> outcome = closed.outcome();
            case HandlerFact.Added _ -> handlers++;
            case HandlerFact.Removed _ -> handlers--;
            case SessionFact.Opened _ -> sessions++;
            case SessionFact.Closed _ -> sessions--;
            case SessionFact.Leaked _ -> leaked++;
            case MessageFact.Routed _ -> routed++;
            case MessageFact.Refused _ -> refused++;
            case MessageFact.Abandoned _ -> abandoned++;
            case MessageFact.Failed _, MessageFact.Misdelivered _ -> failed++;
            default -> {}
        }
    }

    /** The name under which an error is counted: its type, and its code where it has one. */
    private static String kind(Fact fact) {
        return switch (fact) {
            case MessageFact.Failed message -> fact.type() + " " + message.code();
            case MessageFact.Misdelivered _ -> fact.type() + " to somebody else";
            case HandlerFact.RegistrationFailed failure -> fact.type() + " " + failure.reason();
            case ConnectionFact.Rejected refusal -> fact.type() + " " + refusal.code();
            default -> fact.type();
        };
    }

    /** What the gateway says became of it, now that it is over. */
    synchronized Verdicts verdicts() {
        return new Verdicts(
                outcome,
                ready,
                routed,
                refused,
                abandoned,
                failed,
                handlers,
                sessions,
                leaked,
                Map.copyOf(errors));
    }

    /**
     * The gateway's own record of one connection.
     *
     * @param outcome none where the gateway never saw it, or it is not over
     * @param handlers still registered
     * @param sessions still open
     * @param leaked sessions that were still open when their request was over
     * @param errors by kind
     */
    record Verdicts(
            @Nullable Outcome outcome,
            boolean ready,
            int routed,
            int refused,
            int abandoned,
            int failed,
            int handlers,
            int sessions,
            int leaked,
            Map<String, Integer> errors) {}
}
