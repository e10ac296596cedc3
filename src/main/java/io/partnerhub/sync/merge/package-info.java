/**
 * Decides, from values to values: what an observation means for a record, what a replica is due,
 * and why; it reads no clock and no store.
 */
package io.partnerhub.sync.merge;
