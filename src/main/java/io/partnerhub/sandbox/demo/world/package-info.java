/**
 * The simulated systems as their people see and edit them, and what the simulators counted; the hub
 * is not asked.
 */
package io.partnerhub.sandbox.demo.world;
