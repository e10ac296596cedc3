/** A first sync and a change of all three record types, beside the fewest calls. */
package io.partnerhub.sandbox.bench.three;
