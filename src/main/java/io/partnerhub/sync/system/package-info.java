/**
 * What the hub asks of an outside system and is told by it: the contract that connectors keep, with
 * its checkpoints, hints and call budgets.
 */
package io.partnerhub.sync.system;
