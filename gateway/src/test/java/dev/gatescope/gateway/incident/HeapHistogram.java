package dev.gatescope.gateway.incident;

import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/** What the collector leaves, counted by the virtual machine itself. */
final class HeapHistogram {
    private HeapHistogram() {}

    /** Live instances of the handlers that a router keeps. */
    static long handlers() {
        return instances("dev.gatescope.gateway.routing.ConnectionHandler");
    }

    private static long instances(String type) {
        var line = Pattern.compile("(?m)(\\d+)\\s+\\d+\\s+" + Pattern.quote(type) + "\\s*$");
        var found = line.matcher(histogram());
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String histogram() {
        try {
            return (String)
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                    "gcClassHistogram",
                                    new Object[] {new String[0]},
                                    new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }
}
