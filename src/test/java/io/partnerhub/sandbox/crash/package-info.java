/** The daemon killed at every instant that a seed can choose; sees the sandbox and the store. */
package io.partnerhub.sandbox.crash;
