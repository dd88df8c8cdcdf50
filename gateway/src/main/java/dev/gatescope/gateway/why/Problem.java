package dev.gatescope.gateway.why;

import dev.gatescope.gateway.lifecycle.Ids;
import dev.gatescope.gateway.lifecycle.Occurrence;
import dev.gatescope.shared.admin.ProblemInfo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Errors of the same symptom and the same roots, counted. For one thread at a time. */
final class Problem {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String id;
    private final Symptom symptom;
    private final RootCause cause;
    private final Distinct users = new Distinct();
    private final Distinct connections = new Distinct();
    private final Trend trend = new Trend();
    private final long firstMillis;
    private long lastMillis;
    private long count;
    private long example;

    Problem(String id, Symptom symptom, RootCause cause, long firstMillis) {
        this.id = id;
        this.symptom = symptom;
        this.cause = cause;
        this.firstMillis = firstMillis;
    }

    void add(Occurrence error) {
        count++;
        example = Math.max(example, error.id());
        lastMillis = Math.max(lastMillis, error.epochMillis());
        trend.add(error.epochMillis());
        if (error.user() != null) {
            users.add(error.user());
        }
        if (error.connection() != null) {
            connections.add(error.connection().number());
        }
    }

    ProblemInfo info(long nowMillis) {
        return new ProblemInfo(
                id,
                sentence(),
                symptom.key(),
                symptom.title(),
                cause.words(),
                cause.side().word(),
                cause.fault(),
                count,
                users.count(),
                connections.count(),
                Instant.ofEpochMilli(firstMillis),
                Instant.ofEpochMilli(lastMillis),
                trend.word(nowMillis),
                trend.lastMinute(nowMillis),
                Ids.eventText(example),
                asSentence(symptom.what()),
                cause.todo());
    }

    private String sentence() {
        var met = users.count();
        return count
                + " "
                + (count == 1 ? symptom.one() : symptom.many())
                + (met == 0 ? "" : met == 1 ? ", 1 user" : ", " + met + " users")
                + ", since "
                + CLOCK.format(Instant.ofEpochMilli(firstMillis))
                + " UTC: "
                + cause.words();
    }

    private static String asSentence(String phrase) {
        return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
    }
}
