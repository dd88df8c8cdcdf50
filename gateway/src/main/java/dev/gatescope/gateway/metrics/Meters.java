package dev.gatescope.gateway.metrics;

import com.zaxxer.hikari.HikariDataSource;

import dev.gatescope.gateway.lifecycle.ConnectionState;
import dev.gatescope.gateway.lifecycle.Connections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.util.List;
import java.util.Set;

/** The registry with every meter of the gateway, in Prometheus' form. Safe from any thread. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollector = new JvmGcMetrics();
    private final GatewayMeters gateway;

    /**
     * @param types the message types that are counted under their own name
     * @param faults the kinds of faults that there are
     */
    public Meters(Set<String> types, List<String> faults) {
        gateway = new GatewayMeters(registry, types, faults);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollector.bindTo(registry);
    }

    /** Counts facts. */
    public GatewayMeters gateway() {
        return gateway;
    }

    /** Shows the open connections by state, and the handlers that they have. */
    public void show(Connections connections) {
        for (var state : ConnectionState.values()) {
            if (state != ConnectionState.CLOSED) {
                Gauge.builder("ws.connections.active", connections, all -> inState(all, state))
                        .description("Open connections by state")
                        .tag("state", state.word())
                        .register(registry);
            }
        }
        Gauge.builder("ws.handlers.registered", connections, this::handlers)
                .description("Handlers in the router")
                .register(registry);
    }

    private static double inState(Connections connections, ConnectionState state) {
        return connections.open().stream().filter(one -> one.state() == state).count();
    }

    private double handlers(Connections connections) {
        var ofOpen = connections.open().stream().mapToInt(one -> one.handlers()).sum();
        return ofOpen + (double) gateway.handlersLeaked();
    }

    /** Shows the pool, once it is open. */
    public void show(HikariDataSource pool) {
        pool.setMetricRegistry(registry);
    }

    /** All meters as Prometheus reads them. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollector.close();
        registry.close();
    }
}
