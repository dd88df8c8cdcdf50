package dev.gatescope.gateway.flow;

import dev.gatescope.gateway.auth.Authenticator;
import dev.gatescope.gateway.lifecycle.Connections;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.routing.MessageRouter;
import dev.gatescope.shared.protocol.FrameCodec;

import java.time.InstantSource;

/** What every flow is made of. The flows differ in the order and lifetime they give to these. */
public record Parts(
        Connections connections,
        Authenticator authenticator,
        StartupWait startup,
        Registrar registrar,
        MessageRouter router,
        FrameCodec codec,
        LifecycleHub hub,
        Gates gates,
        InstantSource clock,
        FlowSettings settings,
        FlowProperties properties) {}
