/**
 * Reads systems and takes in what they say: by hints, polls, sweeps, second passes, and again where
 * a look was turned away.
 */
package io.partnerhub.sync.read;
