package dev.gatescope.gateway;

/** Placeholder. */
public final class GatewayMain {

    private GatewayMain() {}

    public static void main(String[] args) {
        System.out.println("gateway " + String.join(" ", args));
    }
}
