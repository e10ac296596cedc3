/**
 * What the connectors share of calling a system; knows none of them, sees the contracts of sync.
 */
package io.partnerhub.connector;
