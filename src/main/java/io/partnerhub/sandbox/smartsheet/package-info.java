/**
 * A stateful double of the Smartsheet API 2.0, as strict as the real one; may use the shared door
 * in {@code sandbox.sim} and nothing else of the hub.
 */
package io.partnerhub.sandbox.smartsheet;
