/** Salesforce's change events by the Pub/Sub API; knows no mapping and keeps nothing. */
package io.partnerhub.connector.salesforce.event;
