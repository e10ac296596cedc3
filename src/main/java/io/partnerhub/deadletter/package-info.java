/**
 * Dead letters as admins see them and act on them: list, filter, forecast, replay in bulk; knows
 * the heart and the ledger, no SQL and no JMX.
 */
package io.partnerhub.deadletter;
