/**
 * The simulated org's event bus and its Pub/Sub API by gRPC; knows events as bytes, nothing of the
 * org's records.
 */
package io.partnerhub.sandbox.salesforce.pubsub;
