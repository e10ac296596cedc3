/**
 * Salesforce as a connected system: login, queries, bulk writes and what its errors mean; sees
 * model, mapping, the contracts of sync and Camel.
 */
package io.partnerhub.connector.salesforce;
