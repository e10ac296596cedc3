/** Connections, transactions, migrations and all SQL: the hub's only memory. */
package io.partnerhub.store;
