package dev.gatescope.gateway.faults;

/** A replacement that stands around a part now, and the fault whose it is. */
record Acting(ActiveFault fault, Hook hook) {}
