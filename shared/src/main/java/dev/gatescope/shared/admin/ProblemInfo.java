package dev.gatescope.shared.admin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Errors of the same symptom and the same root, as one.
 *
 * @param id the same for as long as symptom and root are
 * @param sentence such as {@code 412 failed messages, 87 users, since 14:02: the thread service is
 *     missing}
 * @param symptom the type of its errors, with their code where they have one
 * @param title what failed, in a few words
 * @param root why, in a few words
 * @param side whose side it is on: {@code client}, {@code network}, {@code gateway}, {@code
 *     operator} or {@code fault}
 * @param fault the injected fault that is its root; none where it is none
 * @param count how many errors
 * @param users how many users they met
 * @param connections how many connections they met
 * @param first when the first error was
 * @param last when the last one was
 * @param trend {@code rising}, {@code steady} or {@code over}
 * @param perMinute errors of the last minute
 * @param example the newest of its errors, to open
 * @param what what happened, in a sentence
 * @param todo what to do now, in a sentence
 */
public record ProblemInfo(
        String id,
        String sentence,
        String symptom,
        String title,
        String root,
        String side,
        @Nullable String fault,
        long count,
        long users,
        long connections,
        Instant first,
        Instant last,
        String trend,
        long perMinute,
        String example,
        String what,
        String todo) {
    public static final String RISING = "rising";
    public static final String STEADY = "steady";
    public static final String OVER = "over";
}
