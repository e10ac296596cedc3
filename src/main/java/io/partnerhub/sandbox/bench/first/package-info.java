/**
 * A first sync and a small change of partners, beside what a plain client without memory takes for
 * the same.
 */
package io.partnerhub.sandbox.bench.first;
