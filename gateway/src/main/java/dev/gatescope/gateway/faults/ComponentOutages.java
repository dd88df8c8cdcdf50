package dev.gatescope.gateway.faults;

import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Components that faults keep down: one is brought up again when the last fault lets go of it. Safe
 * from any thread.
 */
public final class ComponentOutages {
    /**
     * The components that a fault may take down; without the others nothing could be told of it.
     */
    private static final List<ComponentName> CHOICE =
            List.of(ComponentName.THREAD_SERVICE, ComponentName.AGENT_SUPERVISOR);

    private final Startup startup;
    private final Map<ComponentName, Integer> holders = new EnumMap<>(ComponentName.class);

    /** Outages of the components of this startup. */
    public ComponentOutages(Startup startup) {
        this.startup = startup;
    }

    /** Which component; the thread service where nothing is said. */
    static Parameter parameter() {
        return new Parameter.Choice(
                "component",
                ComponentName.THREAD_SERVICE.word(),
                CHOICE.stream().map(ComponentName::word).toList(),
                "which component");
    }

    /** The component that was chosen. */
    static ComponentName chosen(Arguments arguments) {
        var word = arguments.word("component");
        return Stream.of(ComponentName.values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word.toLowerCase(Locale.ROOT)));
    }

    /**
     * Takes a component down; whoever needs it waits.
     *
     * @param because the event that tells why
     * @return lets go of it, once
     */
    synchronized Runnable down(ComponentName name, String why, long because) {
        if (holders.merge(name, 1, Integer::sum) == 1) {
            startup.takeDown(name, why, because);
        }
        return letGo(name);
    }

    /**
     * Lets a component fail; nobody waits for it.
     *
     * @param because the event that tells why
     * @return lets go of it, once
     */
    synchronized Runnable failed(ComponentName name, String why, long because) {
        holders.merge(name, 1, Integer::sum);
        startup.fail(name, why, because);
        return letGo(name);
    }

    private Runnable letGo(ComponentName name) {
        var done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                release(name);
            }
        };
    }

    private synchronized void release(ComponentName name) {
        if (holders.merge(name, -1, Integer::sum) > 0) {
            return;
        }
        try {
            startup.bringUp(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
