/**
 * Smartsheet: its settings, reads, writes and faults; sees the model, the mapping, the contracts of
 * a connector and Camel's HTTP endpoint, and no other system.
 */
package io.partnerhub.connector.smartsheet;
