/**
 * The door: one HTTP listener for what systems tell the hub, and the contract of those who guard
 * its paths; knows the inbox and nothing of Camel.
 */
package io.partnerhub.intake;
