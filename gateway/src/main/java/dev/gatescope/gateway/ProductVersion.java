package dev.gatescope.gateway;

import picocli.CommandLine.IVersionProvider;

/** The product's version, from the jar's manifest. */
public final class ProductVersion implements IVersionProvider {
    /** The version; {@code development} where the classes do not come from a jar. */
    public static String text() {
        var version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Gatescope " + text()};
    }
}
