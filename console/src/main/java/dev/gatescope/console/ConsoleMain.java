package dev.gatescope.console;

/** Placeholder. */
public final class ConsoleMain {

    private ConsoleMain() {}

    public static void main(String[] args) {
        System.out.println("console " + String.join(" ", args));
    }
}
