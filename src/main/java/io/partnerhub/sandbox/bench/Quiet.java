package io.partnerhub.sandbox.bench;

/** Calls of one poll of each system while nothing changes. */
record Quiet(double salesforce, double smartsheet) {}
