/**
 * What every simulator shares: the HTTP door, call counters and faults on command; knows no system.
 */
package io.partnerhub.sandbox.sim;
