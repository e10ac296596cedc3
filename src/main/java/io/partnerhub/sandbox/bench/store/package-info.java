/** The store alone, without systems: the merge, derived fields, and the answer to why. */
package io.partnerhub.sandbox.bench.store;
