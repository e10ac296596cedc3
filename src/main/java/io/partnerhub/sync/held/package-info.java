/**
 * What waits until a person decides, and that decision: held fields, and mass changes that the
 * guard keeps out of the merge.
 */
package io.partnerhub.sync.held;
