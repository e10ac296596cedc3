package io.partnerhub.sandbox.demo.scene;

import java.util.OptionalLong;

/**
 * A played edit.
 *
 * @param where the system in which it was made
 * @param millis until the other side showed it; empty when nothing was to be shown
 * @param asExpected whether the simulators show what was expected
 * @param result what the other side shows, in words
 */
public record Edit(
    String what, String where, OptionalLong millis, boolean asExpected, String result) {}
