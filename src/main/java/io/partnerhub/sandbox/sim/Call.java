package io.partnerhub.sandbox.sim;

/**
 * How the counters name a request.
 *
 * @param name a path template such as {@code PUT /sheets/{id}/rows}; one of a small fixed set,
 *     never with ids in it
 */
public record Call(Operation operation, String name) {}
