/**
 * The measurement: the hub in a process of its own against simulated systems in this one, beside a
 * plain client; may use the sandbox, and nothing may use it.
 */
package io.partnerhub.sandbox.bench;
