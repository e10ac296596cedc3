package io.partnerhub.sandbox.smartsheet;

/** Who writes: the hub's API user or somebody at a screen. */
record Person(long id, String email, String name) {}
