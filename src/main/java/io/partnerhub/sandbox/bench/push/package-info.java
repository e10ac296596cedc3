/**
 * How soon changes arrive of which the systems tell the hub, one at a time, many a second and in a
 * burst.
 */
package io.partnerhub.sandbox.bench.push;
