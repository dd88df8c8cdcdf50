package dev.gatescope.gateway.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock, and alarms that ring when it is moved past them. */
final class ManualTime implements Alarms, InstantSource {
    private record Alarm(long due, Runnable action) {}

    private final List<Alarm> alarms = new ArrayList<>();
    private long nanos;

    @Override
    public Runnable in(Duration delay, Runnable action) {
        var alarm = new Alarm(nanos + delay.toNanos(), action);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    void advance(Duration by) {
        var until = nanos + by.toNanos();
        for (var next = next(until); next.isPresent(); next = next(until)) {
            var alarm = next.get();
            alarms.remove(alarm);
            nanos = Math.max(nanos, alarm.due);
            alarm.action.run();
        }
        nanos = until;
    }

    private Optional<Alarm> next(long until) {
        return alarms.stream()
                .filter(alarm -> alarm.due <= until)
                .min(Comparator.comparingLong(Alarm::due));
    }

    int pending() {
        return alarms.size();
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return Instant.parse("2026-01-31T12:00:00Z").plusNanos(nanos);
    }
}
