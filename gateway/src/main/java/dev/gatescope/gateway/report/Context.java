package dev.gatescope.gateway.report;

/**
 * Where a report comes from.
 *
 * @param version of the product
 * @param java the virtual machine that ran it
 * @param system operating system, architecture and processors
 * @param command the command line that makes the same report again
 */
public record Context(String version, String java, String system, String command) {
    /** What this process runs on. */
    public static Context of(String version, String command) {
        return new Context(
                version,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + ", "
                        + System.getProperty("os.arch")
                        + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors",
                command);
    }
}
