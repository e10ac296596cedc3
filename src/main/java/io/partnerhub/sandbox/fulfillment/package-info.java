/**
 * A simulated fulfillment API, strict as its contract: orders and activations in memory, and the
 * warehouse that works on them; sees only the server of all simulators.
 */
package io.partnerhub.sandbox.fulfillment;
