package dev.gatescope.console.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;

import java.net.URL;
import java.util.Locale;
import java.util.Objects;

/** The two looks of the console. For the JavaFX thread. */
public enum Theme {
    LIGHT(new PrimerLight()),
    DARK(new PrimerDark());

    private final String stylesheet;

    Theme(atlantafx.base.theme.Theme primer) {
        stylesheet = primer.getUserAgentStylesheet();
    }

    /** Gives a scene the console's own stylesheet, which holds in both looks. */
    public static void dress(Scene scene) {
        URL stylesheet = Objects.requireNonNull(Theme.class.getResource("console.css"));
        scene.getStylesheets().add(stylesheet.toExternalForm());
    }

    /** Gives every window of the program this look. */
    public void apply() {
        Application.setUserAgentStylesheet(stylesheet);
    }

    /** The look that is not this one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** The name in file names: {@code light} or {@code dark}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
