/**
 * What is measured against: simulators with made-up records, of partners alone or of all three
 * types, and the files of a hub beside them.
 */
package io.partnerhub.sandbox.bench.world;
