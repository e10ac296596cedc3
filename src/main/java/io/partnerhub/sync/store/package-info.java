/**
 * What the heart asks of the hub's store: its contract, and the workbench on which one
 * transaction's changes are gathered.
 */
package io.partnerhub.sync.store;
