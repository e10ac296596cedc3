/**
 * The demonstration: simulated systems, demo data and their commands; may use everything, and
 * nothing may use it.
 */
package io.partnerhub.sandbox;
