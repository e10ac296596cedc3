/**
 * How every bench measures: the hub in a Java of its own, calls and their floor, time, memory, and
 * figures beside what was promised.
 */
package io.partnerhub.sandbox.bench.measure;
